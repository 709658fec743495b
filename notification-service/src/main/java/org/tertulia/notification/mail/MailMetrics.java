package org.tertulia.notification.mail;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** What is counted of mails, by this instance; the gauge tells of the whole queue. */
@Component
final class MailMetrics {

    /** What became of an attempt. */
    enum Outcome {
        /** The mail server has it. */
        SENT,
        /** Nobody wants it any more, or there was nothing left to tell. */
        DROPPED,
        /** It is tried again. */
        RETRIED,
        /** It is a dead letter. */
        DEAD
    }

    private final Map<Outcome, Counter> outcomes = new EnumMap<>(Outcome.class);
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicInteger failuresInARow = new AtomicInteger();
    private final Timer handingOver;

    MailMetrics(MeterRegistry meters) {
        for (var outcome : Outcome.values()) {
            outcomes.put(
                    outcome,
                    Counter.builder("notification.mail.outcome")
                            .description("What became of attempts to send a mail")
                            .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                            .register(meters));
        }
        Gauge.builder("notification.mail.waiting", waiting, AtomicLong::doubleValue)
                .description("Mails in the queue, counted up to its bound")
                .register(meters);
        handingOver =
                Timer.builder("notification.mail.handover")
                        .description("How long the mail server took to take a mail")
                        .register(meters);
    }

    void count(Outcome outcome) {
        Objects.requireNonNull(outcomes.get(outcome)).increment();
    }

    /** The mail server answered so, after so long. */
    void answered(Duration time) {
        handingOver.record(time);
        failuresInARow.set(0);
    }

    /** The mail server could not be reached, or took nothing. */
    void failed() {
        failuresInARow.incrementAndGet();
    }

    int failuresInARow() {
        return failuresInARow.get();
    }

    void waiting(long count) {
        waiting.set(count);
    }
}
