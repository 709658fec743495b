package org.tertulia.message.posting;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tertulia.message.membership.Caller;
import org.tertulia.message.membership.ChatNotFound;
import org.tertulia.message.membership.Membership;
import org.tertulia.message.timeline.MessagePlace;
import org.tertulia.message.timeline.MessageView;
import org.tertulia.message.timeline.MessageViews;
import org.tertulia.starter.id.IdGenerator;
import org.tertulia.starter.id.MessageId;
import org.tertulia.starter.observability.TraceParents;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import reactor.core.publisher.Mono;

/**
 * Stores a message once per (chat, sender, client message id), for the life of the message, and
 * announces it; the announcement survives a crash (outbox). The same for REST and WebSocket.
 */
@Service
public final class MessagePosting {

    private final CommitLanes lanes;
    private final Forwarding forwarding;
    private final MessageViews messages;
    private final Membership membership;
    private final IdGenerator ids;
    private final TraceParents traces;
    private final ObservationRegistry observations;

    MessagePosting(
            CommitLanes lanes,
            Forwarding forwarding,
            MessageViews messages,
            Membership membership,
            IdGenerator ids,
            TraceParents traces,
            ObservationRegistry observations) {
        this.lanes = lanes;
        this.forwarding = forwarding;
        this.messages = messages;
        this.membership = membership;
        this.ids = ids;
        this.traces = traces;
        this.observations = observations;
    }

    /**
     * The message as it was posted, after its commit; of a repeat, the first one. Messages that one caller
     * posts to one chat are stored in the order of the subscriptions, unless the caller's membership is not
     * known here yet; forwards are stored after their original was read, so that others may overtake them.
     *
     * <p>Fails with {@link ChatNotFound}, {@link ClientMessageIdReused}, validation-failed for a text that
     * is empty, too long or not plain and for what can not be answered or forwarded so, and
     * service-unavailable when it is not known whether the message was stored: the caller tries again with
     * the same client message id.
     */
    public Mono<Message> post(Caller caller, PostMessage command) {
        return store(caller, command).map(AppendOutcome.Stored::message);
    }

    /**
     * As {@link #post}, but the message is told as it is now: a repeated one may have been edited since, or
     * deleted. To a caller who is no longer a member it is told as it was posted.
     */
    Mono<MessageView> postAndRead(Caller caller, PostMessage command) {
        return store(caller, command)
                .flatMap(
                        stored ->
                                switch (stored) {
                                    case AppendOutcome.Posted(var message) ->
                                            Mono.just(message.view());
                                    case AppendOutcome.Repeated(var message) ->
                                            read(caller, message);
                                });
    }

    private Mono<MessageView> read(Caller caller, Message message) {
        var place = new MessagePlace(message.chatId(), message.seq());
        return messages.find(caller.userId(), place)
                .switchIfEmpty(Mono.fromSupplier(message::view));
    }

    private Mono<AppendOutcome.Stored> store(Caller caller, PostMessage command) {
        return Mono.defer(
                () -> {
                    var observation = Observation.start("message.post", observations);
                    var fresh =
                            Mono.defer(() -> content(caller, command))
                                    .map(
                                            said ->
                                                    observation.scoped(
                                                            () -> post(caller, command, said)))
                                    .flatMap(post -> append(caller, post));
                    return earlier(caller, command)
                            .switchIfEmpty(fresh)
                            .doOnError(observation::error)
                            .doFinally(end -> observation.stop());
                });
    }

    /** Asked for forwards only; others are recognised where they are stored. */
    private Mono<AppendOutcome.Stored> earlier(Caller caller, PostMessage command) {
        var original = command.forward();
        return original == null
                ? Mono.empty()
                : forwarding.earlier(caller, command, original).map(AppendOutcome.Repeated::new);
    }

    private Mono<Content> content(Caller caller, PostMessage command) {
        requireSeq("replyTo", command.replyTo());
        requireSeq("thread", command.thread());
        var original = command.forward();
        return original == null
                ? Mono.fromSupplier(() -> own(command))
                : forwarding.content(caller, command, original);
    }

    private static void requireSeq(String field, @Nullable Long seq) {
        if (seq != null && seq < 1) {
            throw unknown(field);
        }
    }

    private static Content own(PostMessage command) {
        var text = MessageText.clean(command.text());
        return new Content(text, command.replyTo(), command.thread(), Mentions.in(text), null);
    }

    private Post post(Caller caller, PostMessage command, Content content) {
        return new Post(
                new MessageId(ids.next()),
                command.chatId(),
                caller.userId(),
                command.clientMessageId(),
                content,
                traces.current());
    }

    private Mono<AppendOutcome.Stored> append(Caller caller, Post post) {
        return lanes.append(post)
                .flatMap(outcome -> confirmIfNeeded(caller, post, outcome))
                .flatMap(outcome -> stored(post, outcome));
    }

    /** The replica may be behind: whoever is a member by now is let in, after it has caught up. */
    private Mono<AppendOutcome> confirmIfNeeded(Caller caller, Post post, AppendOutcome outcome) {
        return outcome instanceof AppendOutcome.NotAllowed
                ? membership
                        .confirm(caller, post.chatId())
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
            case AppendOutcome.UnknownReply() -> Mono.error(unknown("replyTo"));
            case AppendOutcome.UnknownThread() -> Mono.error(unknown("thread"));
        };
    }

    private static ProblemException unknown(String field) {
        return new ProblemException(ProblemTypes.VALIDATION_FAILED, "A value is not allowed.")
                .field(field, "must be the seq of a message that can be answered so");
    }
}
