package org.tertulia.starter.outbox;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * Wakes the relay after a commit, so that an event leaves at once and not at the next poll. Losing a
 * wake-up costs time, never an event.
 */
public final class OutboxSignal {

    private final Sinks.Many<Boolean> wakeUps = Sinks.many().multicast().directBestEffort();

    /** Says that rows were committed. Cheap, from any thread, as often as one likes. */
    public void wake() {
        // Best effort: a subscriber that is busy drains until the table is empty, or polls.
        wakeUps.emitNext(true, (type, result) -> result == Sinks.EmitResult.FAIL_NON_SERIALIZED);
    }

    /** The wake-ups; those that come while the subscriber is busy become one. */
    Flux<Boolean> wakeUps() {
        return wakeUps.asFlux().onBackpressureLatest();
    }
}
