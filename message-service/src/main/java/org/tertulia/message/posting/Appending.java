package org.tertulia.message.posting;

import org.springframework.stereotype.Component;
import org.tertulia.message.attachments.Attachments;
import org.tertulia.message.attachments.UnknownAttachment;
import org.tertulia.message.membership.Caller;
import org.tertulia.message.membership.ChatNotFound;
import org.tertulia.message.membership.Membership;
import org.tertulia.starter.attachments.AttachFile;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import reactor.core.publisher.Mono;

/**
 * Appends posts to the log. The replicas that they are checked against may be behind: a post that was turned away for
 * what is not known here yet is appended after those who know for sure have been asked, and the replica has caught up.
 */
@Component
final class Appending {

    private final CommitLanes lanes;
    private final Membership membership;
    private final Attachments attachments;

    Appending(CommitLanes lanes, Membership membership, Attachments attachments) {
        this.lanes = lanes;
        this.membership = membership;
        this.attachments = attachments;
    }

    /**
     * What was stored, now or before. Fails with {@link ChatNotFound}, {@link ClientMessageIdReused}, {@link
     * UnknownAttachment}, validation-failed for what can not be answered so, and service-unavailable.
     */
    Mono<AppendOutcome.Stored> append(Caller caller, Post post) {
        return lanes.append(post)
                .flatMap(outcome -> confirmIfNeeded(caller, post, outcome))
                .flatMap(outcome -> stored(post, outcome));
    }

    private Mono<AppendOutcome> confirmIfNeeded(Caller caller, Post post, AppendOutcome outcome) {
        return outcome instanceof AppendOutcome.NotAllowed
                ? membership
                        .confirm(caller, post.chatId())
                        .then(Mono.defer(() -> lanes.append(post)))
                        .flatMap(again -> confirmFilesIfNeeded(caller, post, again))
                : confirmFilesIfNeeded(caller, post, outcome);
    }

    private Mono<AppendOutcome> confirmFilesIfNeeded(
            Caller caller, Post post, AppendOutcome outcome) {
        return outcome instanceof AppendOutcome.NoSuchFile
                ? attachments
                        .confirm(
                                caller,
                                post.content().files().stream().map(AttachFile::mediaId).toList())
                        .then(Mono.defer(() -> lanes.append(post)))
                : Mono.just(outcome);
    }

    private static Mono<AppendOutcome.Stored> stored(Post post, AppendOutcome outcome) {
        return switch (outcome) {
            case AppendOutcome.Stored stored -> Mono.just(stored);
            case AppendOutcome.Conflicting() ->
                    Mono.error(new ClientMessageIdReused(post.clientMessageId()));
            case AppendOutcome.NotAllowed(), AppendOutcome.Deleted() ->
                    Mono.error(new ChatNotFound(post.chatId()));
            case AppendOutcome.UnknownReply() -> Mono.error(unanswerable("replyTo"));
            case AppendOutcome.UnknownThread() -> Mono.error(unanswerable("thread"));
            case AppendOutcome.NotAttachable(var file) -> Mono.error(new UnknownAttachment(file));
            case AppendOutcome.NoSuchFile(var file) -> Mono.error(new UnknownAttachment(file));
        };
    }

    /** The problem of a message that can not be answered, named in {@code field}. */
    static ProblemException unanswerable(String field) {
        return new ProblemException(ProblemTypes.VALIDATION_FAILED, "A value is not allowed.")
                .field(field, "must be the seq of a message that can be answered so");
    }
}
