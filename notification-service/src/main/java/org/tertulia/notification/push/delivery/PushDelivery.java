package org.tertulia.notification.push.delivery;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.tertulia.notification.config.PushProperties;
import org.tertulia.notification.push.delivery.PushMetrics.Fate;
import org.tertulia.notification.quiet.QuietHours;
import reactor.core.publisher.Mono;

/** Deals with one claimed message: whether it is still to be sent, and now; the try; what became of it. */
@Component
final class PushDelivery {

    private final PushSending sending;
    private final PushBookkeeping bookkeeping;
    private final PushRepository pushes;
    private final QuietHours quiet;
    private final PushProperties properties;
    private final PushMetrics metrics;
    private final Clock clock;

    PushDelivery(
            PushSending sending,
            PushBookkeeping bookkeeping,
            PushRepository pushes,
            QuietHours quiet,
            PushProperties properties,
            PushMetrics metrics,
            Clock clock) {
        this.sending = sending;
        this.bookkeeping = bookkeeping;
        this.pushes = pushes;
        this.quiet = quiet;
        this.properties = properties;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Completes when the queue says what became of it. */
    Mono<Void> deliver(Push push) {
        return Mono.defer(
                () -> {
                    var now = clock.instant();
                    return isWanted(push, now) ? wanted(push, now) : unwanted(push);
                });
    }

    private boolean isWanted(Push push, Instant now) {
        var fresh = push.at().plus(properties.timeToLive()).isAfter(now);
        return fresh && (push.notification() != null || push.takesAway());
    }

    private Mono<Void> unwanted(Push push) {
        return pushes.drop(push.place()).doOnSuccess(_ -> metrics.count(Fate.DROPPED));
    }

    private Mono<Void> wanted(Push push, Instant now) {
        return quiet.endOf(push.receiver().person(), now)
                .map(end -> held(push, end))
                .defaultIfEmpty(Mono.defer(() -> sent(push)))
                .flatMap(step -> step);
    }

    private Mono<Void> held(Push push, Instant end) {
        return pushes.hold(push.place(), end).doOnSuccess(_ -> metrics.count(Fate.HELD));
    }

    private Mono<Void> sent(Push push) {
        return sending.send(push).flatMap(outcome -> bookkeeping.write(push, outcome));
    }
}
