package org.tertulia.notification.push.delivery;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Wakes the sender of this instance after a commit. A lost wake-up costs a poll interval, never a message. */
@Component
final class PushWakeUps {

    private final Sinks.Many<Boolean> told = Sinks.many().multicast().directBestEffort();

    /** Cheap, from any thread, as often as one likes. */
    void wake() {
        told.emitNext(true, (type, result) -> result == Sinks.EmitResult.FAIL_NON_SERIALIZED);
    }

    /** Those that come while the subscriber is busy become one. */
    Flux<Boolean> all() {
        return told.asFlux().onBackpressureLatest();
    }
}
