package org.tertulia.translation.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** What is counted of the translations of what is said just now, by this instance. */
@Component
final class LiveMetrics {

    private final MeterRegistry meters;
    private final Counter dropped;
    private final Timer translated;

    LiveMetrics(MeterRegistry meters) {
        this.meters = meters;
        dropped =
                Counter.builder("translation.live.dropped")
                        .description(
                                "Translations that were wanted and not made: no room, or too late")
                        .register(meters);
        translated =
                Timer.builder("translation.live")
                        .description(
                                "From when something was said until its translation was stored")
                        .register(meters);
    }

    void waitingIn(LiveTurns turns) {
        Gauge.builder("translation.live.waiting", turns, LiveTurns::waiting)
                .description("Translations that wait")
                .register(meters);
    }

    void dropped() {
        dropped.increment();
    }

    void translated(Duration time) {
        translated.record(time.isNegative() ? Duration.ZERO : time);
    }
}
