package org.tertulia.scheduler.firing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import org.tertulia.scheduler.reminders.Firing;

/** What is counted of the firing. The gauges tell of the whole database, the timer of this instance. */
@Component
final class FiringMetrics {

    private final AtomicLong due = new AtomicLong();
    private final AtomicLong waiting = new AtomicLong();
    private final Timer lateness;

    FiringMetrics(MeterRegistry meters) {
        Gauge.builder("scheduler.reminders.due", due, AtomicLong::doubleValue)
                .description("Reminders whose time has come and that have not fired")
                .register(meters);
        Gauge.builder("scheduler.reminders.waiting", waiting, AtomicLong::doubleValue)
                .description("Reminders that have an occurrence to come")
                .register(meters);
        lateness =
                Timer.builder("scheduler.reminders.lateness")
                        .description("From when an occurrence was due until it fired")
                        .register(meters);
    }

    void fired(Firing firing) {
        lateness.record(Duration.between(firing.dueAt(), firing.firedAt()));
    }

    void counted(long nowDue, long nowWaiting) {
        due.set(nowDue);
        waiting.set(nowWaiting);
    }
}
