package org.tertulia.message.posting;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Service;
import org.tertulia.message.membership.Caller;
import org.tertulia.message.membership.ChatNotFound;
import org.tertulia.message.membership.Membership;
import org.tertulia.starter.id.IdGenerator;
import org.tertulia.starter.id.MessageId;
import org.tertulia.starter.observability.TraceParents;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.starter.text.PlainText;
import reactor.core.publisher.Mono;

/**
 * Stores a message once per (chat, sender, client message id), for the life of the message, and
 * announces it; the announcement survives a crash (outbox). The same for REST and WebSocket.
 */
@Service
public final class MessagePosting {

    /** The most graphemes of a text. */
    public static final int MAX_GRAPHEMES = 4_000;

    /** The most bytes of a text in UTF-8: graphemes alone have no bound. */
    public static final int MAX_BYTES = 16 * 1024;

    private final CommitLanes lanes;
    private final Membership membership;
    private final IdGenerator ids;
    private final TraceParents traces;
    private final ObservationRegistry observations;

    MessagePosting(
            CommitLanes lanes,
            Membership membership,
            IdGenerator ids,
            TraceParents traces,
            ObservationRegistry observations) {
        this.lanes = lanes;
        this.membership = membership;
        this.ids = ids;
        this.traces = traces;
        this.observations = observations;
    }

    /**
     * The message, after its commit; of a repeat, the first one. Messages that one caller posts to one
     * chat are stored in the order of the subscriptions, unless the caller's membership is not known
     * here yet.
     *
     * <p>Fails with {@link ChatNotFound}, {@link ClientMessageIdReused}, validation-failed for a text
     * that is empty, too long or not plain, and service-unavailable when it is not known whether the
     * message was stored: the caller tries again with the same client message id.
     */
    public Mono<Message> post(Caller caller, PostMessage command) {
        return Mono.defer(
                () -> {
                    var observation = Observation.start("message.post", observations);
                    return Mono.fromSupplier(
                                    () -> observation.scoped(() -> prepare(caller, command)))
                            .flatMap(post -> append(caller, post))
                            .doOnError(observation::error)
                            .doFinally(end -> observation.stop());
                });
    }

    private Mono<Message> append(Caller caller, Post post) {
        return lanes.append(post)
                .flatMap(outcome -> confirmIfNeeded(caller, post, outcome))
                .flatMap(outcome -> message(post, outcome));
    }

    private Post prepare(Caller caller, PostMessage command) {
        return new Post(
                new MessageId(ids.next()),
                command.chatId(),
                caller.userId(),
                command.clientMessageId(),
                Content.of(clean(command.text())),
                traces.current());
    }

    private static String clean(String raw) {
        var text = PlainText.cleanLines("text", raw, 1, MAX_GRAPHEMES);
        if (text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new ProblemException(ProblemTypes.VALIDATION_FAILED, "The text is too long.")
                    .field("text", "must have at most %d bytes in UTF-8".formatted(MAX_BYTES));
        }
        return text;
    }

    /** The replica may be behind: whoever is a member by now is let in, after it has caught up. */
    private Mono<AppendOutcome> confirmIfNeeded(Caller caller, Post post, AppendOutcome outcome) {
        return outcome instanceof AppendOutcome.NotAllowed
                ? membership
                        .confirm(caller, post.chatId())
                        .then(Mono.defer(() -> lanes.append(post)))
                : Mono.just(outcome);
    }

    private static Mono<Message> message(Post post, AppendOutcome outcome) {
        return switch (outcome) {
            case AppendOutcome.Posted(var message) -> Mono.just(message);
            case AppendOutcome.Repeated(var message) -> Mono.just(message);
            case AppendOutcome.Conflicting() ->
                    Mono.error(new ClientMessageIdReused(post.clientMessageId()));
            case AppendOutcome.NotAllowed(), AppendOutcome.Deleted() ->
                    Mono.error(new ChatNotFound(post.chatId()));
            case AppendOutcome.UnknownReply() -> Mono.error(unknown("replyTo"));
            case AppendOutcome.UnknownThread() -> Mono.error(unknown("thread"));
        };
    }

    private static ProblemException unknown(String field) {
        return new ProblemException(ProblemTypes.VALIDATION_FAILED, "A value is not allowed.")
                .field(field, "must be the seq of a message that can be answered so");
    }
}
