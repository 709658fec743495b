package org.tertulia.message.changing;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.stereotype.Service;
import org.tertulia.message.membership.Caller;
import org.tertulia.message.membership.ChatNotFound;
import org.tertulia.message.membership.Membership;
import org.tertulia.message.timeline.MessageNotFound;
import org.tertulia.starter.observability.TraceParents;
import org.tertulia.starter.problem.Infrastructure;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.starter.text.MessageText;
import reactor.core.publisher.Mono;

/**
 * Changes messages and announces it; the announcement survives a crash (outbox). The same for REST and WebSocket.
 *
 * <p>A change says how something is to be, so repeating it is safe: what is so already is answered as done and writes
 * nothing.
 */
@Service
public final class MessageChanging {

    private final ChangeLanes lanes;
    private final Membership membership;
    private final TraceParents traces;
    private final ObservationRegistry observations;
    private final ChangingProperties properties;

    MessageChanging(
            ChangeLanes lanes,
            Membership membership,
            TraceParents traces,
            ObservationRegistry observations,
            ChangingProperties properties) {
        this.lanes = lanes;
        this.membership = membership;
        this.traces = traces;
        this.observations = observations;
        this.properties = properties;
    }

    /**
     * What came of {@code change}, after its commit. Changes of one chat are made in the order of the subscriptions,
     * unless the caller's membership is not known here yet.
     *
     * <p>Who may: edit, the sender, unless it is a forward, which tells what another one said; delete, the sender, and in public and group chats those who run them; react, every
     * member; pin, every member, in public chats those who run them.
     *
     * <p>Fails with {@link ChatNotFound}, {@link MessageNotFound}, {@link MessageDeleted}, forbidden, {@link
     * VersionConflict}, {@link TooManyReactions}, {@link TooManyPins}, validation-failed for a text that is none
     * (a message with attachments needs no text) and for a reaction with what is neither one emoji nor one that the chat has, and service-unavailable when it is not known whether the change was made: the caller repeats it.
     */
    public Mono<Changed> change(Caller caller, Change change) {
        return Mono.defer(
                () -> {
                    var observation = Observation.start("message.change", observations);
                    return Mono.fromSupplier(
                                    () -> observation.scoped(() -> prepare(caller, change)))
                            .flatMap(order -> make(caller, order))
                            .doOnError(observation::error)
                            .doFinally(end -> observation.stop());
                });
    }

    private ChangeOrder prepare(Caller caller, Change change) {
        return new ChangeOrder(clean(change), caller.userId(), traces.current());
    }

    private static Change clean(Change change) {
        return switch (change) {
            case Change.Edit(var chat, var message, var version, var text) ->
                    new Change.Edit(chat, message, version, MessageText.cleanOrEmpty(text));
            case Change.React(var chat, var message, var emoji, var present) ->
                    new Change.React(chat, message, ReactionEmoji.clean(emoji), present);
            case Change.Delete delete -> delete;
            case Change.Pin pin -> pin;
        };
    }

    private Mono<Changed> make(Caller caller, ChangeOrder order) {
        return lanes.apply(order)
                .flatMap(outcome -> confirmIfNeeded(caller, order, outcome))
                .flatMap(outcome -> changed(order.change(), outcome))
                .onErrorMap(MessageChanging::isUnknown, error -> away());
    }

    /** The replica may be behind: whoever is a member by now is let in, after it has caught up. */
    private Mono<ChangeOutcome> confirmIfNeeded(
            Caller caller, ChangeOrder order, ChangeOutcome outcome) {
        return outcome.kind() == ChangeOutcome.Kind.NOT_A_MEMBER
                ? membership
                        .confirm(caller, order.change().chatId())
                        .then(Mono.defer(() -> lanes.apply(order)))
                : Mono.just(outcome);
    }

    private static Mono<Changed> changed(Change change, ChangeOutcome outcome) {
        return switch (outcome.kind()) {
            case CHANGED, UNCHANGED -> Mono.just(new Changed(outcome.seq(), outcome.version()));
            case NOT_A_MEMBER -> Mono.error(new ChatNotFound(change.chatId()));
            case UNKNOWN_MESSAGE -> Mono.error(new MessageNotFound(change.message()));
            case GONE -> Mono.error(new MessageDeleted(change.message()));
            case NOT_ALLOWED -> Mono.error(notAllowed());
            case UNKNOWN_EMOJI -> Mono.error(ReactionEmoji.refused());
            case NEEDS_TEXT -> Mono.error(MessageText.missing());
            case OTHER_VERSION -> Mono.error(new VersionConflict(outcome.version()));
            case TOO_MANY ->
                    Mono.error(
                            change instanceof Change.Pin
                                    ? new TooManyPins()
                                    : new TooManyReactions());
        };
    }

    private static ProblemException notAllowed() {
        return new ProblemException(
                ProblemTypes.FORBIDDEN, "You are a member, but may not do this to this message.");
    }

    private static boolean isUnknown(Throwable error) {
        return !(error instanceof ProblemException) && Infrastructure.isAway(error);
    }

    private ProblemException away() {
        return new ProblemException(
                        ProblemTypes.SERVICE_UNAVAILABLE,
                        "It is not known whether the change was made; repeating it is safe.")
                .retryAfter(properties.retryAfter());
    }
}
