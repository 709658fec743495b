package org.tertulia.message.markers;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.marker.MarkerMoved;
import org.tertulia.message.membership.Caller;
import org.tertulia.message.membership.Membership;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.kafka.EphemeralEvents;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import reactor.core.publisher.Mono;

/**
 * Moves read markers, only ever forward, and tells the person's connections on every instance. Telling
 * is best effort: the marker only grows, so a later one, or the next hello, makes up for a lost one.
 */
@Service
public final class ReadMarkers {

    private final ReadMarkerRepository repository;
    private final Membership membership;
    private final EphemeralEvents events;
    private final Clock clock;

    ReadMarkers(
            ReadMarkerRepository repository,
            Membership membership,
            EphemeralEvents events,
            Clock clock) {
        this.repository = repository;
        this.membership = membership;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The marker after it was moved to {@code seq}, or to the end of the log when that is before it; the
     * unchanged one when it was further already. Fails with chat-not-found, and with validation-failed
     * for a negative seq.
     */
    public Mono<ReadMarker> moveTo(Caller caller, ChatId chatId, long seq) {
        if (seq < 0) {
            return Mono.error(
                    new ProblemException(ProblemTypes.VALIDATION_FAILED, "A value is not allowed.")
                            .field("seq", "must be 0 or more"));
        }
        return repository
                .moveTo(chatId, caller.userId(), seq)
                .switchIfEmpty(Mono.defer(() -> confirmAndMove(caller, chatId, seq)))
                .doOnNext(marker -> tell(caller.userId(), marker));
    }

    private Mono<ReadMarker> confirmAndMove(Caller caller, ChatId chatId, long seq) {
        return membership
                .confirm(caller, chatId)
                .then(Mono.defer(() -> repository.moveTo(chatId, caller.userId(), seq)));
    }

    private void tell(UserId userId, ReadMarker marker) {
        events.publish(
                Topics.MARKER_EVENTS,
                new MarkerMoved(
                        userId.value(),
                        marker.chatId().value(),
                        marker.readSeq(),
                        marker.unread(),
                        clock.instant()));
    }
}
