package org.tertulia.starter.kafka;

import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.BackOffHandler;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * How a container goes on with an event that failed, see {@link FailedEvent}. It waits without end for what the event
 * needs; one that cannot be handled it gives up after some tries, which count anew when something was away between them.
 * The cause is logged when an event fails first, and when the kind of its fault changes.
 */
final class EventRetrying {

    private static final Logger log = LoggerFactory.getLogger(EventRetrying.class);

    /** Pause between tries while something the handler needs is away. */
    private static final Duration AWAY_DELAY = Duration.ofSeconds(1);

    private final int attempts;
    private final Duration delay;
    private final BackOffHandler pauses;

    EventRetrying(int attempts, Duration delay, BackOffHandler pauses) {
        this.attempts = attempts;
        this.delay = delay;
        this.pauses = pauses;
    }

    /** For one container of ordered events; {@code giveUp} gets an event that cannot be handled. */
    CommonErrorHandler errorHandler(String group, ConsumerRecordRecoverer giveUp) {
        // Were it poison() here, which may allow of one try only, the function below would not be
        // asked then.
        var handler = new DefaultErrorHandler(giveUp, away(), pauses);
        handler.setBackOffFunction(
                (_, error) -> error instanceof FailedEvent.CannotBeHandled ? poison() : away());
        handler.setRetryListeners(
                (event, error, attempt) -> {
                    if (attempt == 1) {
                        log.warn("{} fails on {}", group, place(event), error);
                    }
                });
        // What it throws to have the rest of a poll again is no error; the one that was is told
        // above.
        handler.setLogLevel(KafkaException.Level.DEBUG);
        return handler;
    }

    static String place(ConsumerRecord<?, ?> event) {
        return "%s-%d@%d".formatted(event.topic(), event.partition(), event.offset());
    }

    private BackOff poison() {
        return new FixedBackOff(delay.toMillis(), attempts - 1L);
    }

    /** Without an end. */
    static BackOff away() {
        return new FixedBackOff(AWAY_DELAY.toMillis(), FixedBackOff.UNLIMITED_ATTEMPTS);
    }
}
