package org.tertulia.message.markers;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.marker.MarkerMoved;
import org.tertulia.message.membership.Caller;
import org.tertulia.message.membership.Membership;
import org.tertulia.message.receipts.MovedReceipts;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.kafka.EphemeralEvents;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import reactor.core.publisher.Mono;

/**
 * Moves read markers, and tells the person's connections on every instance. Of two markers the greater one
 * counts (see {@link org.tertulia.message.timeline.Marker}), in whichever order they are told. Telling is
 * best effort: a later one, or the next hello, makes up for a lost one.
 */
@Service
public final class ReadMarkers {

    private final ReadMarkerRepository repository;
    private final Membership membership;
    private final MovedReceipts receipts;
    private final EphemeralEvents events;
    private final Clock clock;

    ReadMarkers(
            ReadMarkerRepository repository,
            Membership membership,
            MovedReceipts receipts,
            EphemeralEvents events,
            Clock clock) {
        this.repository = repository;
        this.membership = membership;
        this.receipts = receipts;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The marker after it was moved to {@code seq}, or to the end of the log when that is before it; the
     * unchanged one when it was further already, or {@code generation} is not its own (null: it is). Fails
     * with chat-not-found, and with validation-failed for a negative seq.
     */
    public Mono<ReadMarker> moveTo(
            Caller caller, ChatId chatId, long seq, @Nullable Integer generation) {
        if (seq < 0) {
            return Mono.error(refused("must be 0 or more"));
        }
        return marked(
                        caller,
                        chatId,
                        Mono.defer(
                                () -> repository.moveTo(chatId, caller.userId(), seq, generation)))
                .doOnNext(marker -> receipts.moved(chatId, caller.userId()));
    }

    /**
     * The marker after it was put right before {@code seq}, in a generation of its own. It is the person's own:
     * others still see that they had read further, since receipts do not go back. Fails with chat-not-found, and with validation-failed for a seq below 1.
     */
    public Mono<ReadMarker> markUnread(Caller caller, ChatId chatId, long seq) {
        if (seq < 1) {
            return Mono.error(refused("must be 1 or more"));
        }
        return marked(
                caller,
                chatId,
                Mono.defer(() -> repository.markUnread(chatId, caller.userId(), seq)));
    }

    private static ProblemException refused(String message) {
        return new ProblemException(ProblemTypes.VALIDATION_FAILED, "A value is not allowed.")
                .field("seq", message);
    }

    private Mono<ReadMarker> marked(Caller caller, ChatId chatId, Mono<ReadMarker> marking) {
        return marking.switchIfEmpty(
                        Mono.defer(() -> membership.confirm(caller, chatId).then(marking)))
                .doOnNext(marker -> tell(caller.userId(), marker));
    }

    private void tell(UserId userId, ReadMarker marker) {
        events.publish(
                Topics.MARKER_EVENTS,
                new MarkerMoved(
                        userId.value(),
                        marker.chatId().value(),
                        marker.generation(),
                        marker.readSeq(),
                        marker.unread(),
                        marker.mentions(),
                        clock.instant()));
    }
}
