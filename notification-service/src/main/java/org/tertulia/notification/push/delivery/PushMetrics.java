package org.tertulia.notification.push.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What this instance counts of pushes. */
@Component
final class PushMetrics {

    private final MeterRegistry meters;
    private final Timer latency;

    PushMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.latency =
                Timer.builder("notification.push.latency")
                        .description("From what happened until the push service had accepted it")
                        .publishPercentiles(0.5, 0.95, 0.99)
                        .register(meters);
    }

    /** What became of a message. */
    enum Fate {
        /** Handed over. */
        ACCEPTED,
        /** To be tried again. */
        RETRIED,
        /** To nobody any more. */
        PRUNED,
        /** Given up. */
        DEAD,
        /** Settled before it was sent. */
        DROPPED,
        /** Waits for the person's quiet hours to end, or for its push service to be well. */
        HELD
    }

    void count(Fate fate) {
        meters.counter("notification.push.messages", "fate", fate.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    void accepted(Instant at, Instant now) {
        latency.record(Duration.between(at, now));
    }
}
