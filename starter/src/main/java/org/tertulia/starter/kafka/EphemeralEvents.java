package org.tertulia.starter.kafka;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ProducerFactory;
import org.tertulia.contracts.TertuliaEvent;
import org.tertulia.starter.id.IdGenerator;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Publishes events that are told again or overtaken soon, such as presence: past the outbox, in order,
 * at most once. While the broker is away they are dropped, so that nothing piles up.
 */
public final class EphemeralEvents implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EphemeralEvents.class);

    /** Events on their way to the broker at once; further ones are dropped. Guessed. */
    private static final int MAX_UNDER_WAY = 1_000;

    private static final int IDLE_SECONDS = 60;

    private final ProducerFactory<String, byte[]> producers;
    private final EventCodec codec;
    private final IdGenerator ids;
    private final String source;

    /** One thread, for the order, which may block: the producer waits for topic metadata on it. */
    private final Scheduler scheduler =
            Schedulers.newBoundedElastic(1, MAX_UNDER_WAY, "ephemeral-events", IDLE_SECONDS, true);

    private final Semaphore underWay = new Semaphore(MAX_UNDER_WAY);

    EphemeralEvents(
            ProducerFactory<String, byte[]> producers,
            EventCodec codec,
            IdGenerator ids,
            String source) {
        this.producers = producers;
        this.codec = codec;
        this.ids = ids;
        this.source = source;
    }

    /** Publishes {@code event} on {@code topic} if the broker is there. Returns at once. */
    public void publish(String topic, TertuliaEvent event) {
        if (!underWay.tryAcquire()) {
            log.debug("{} is dropped: the broker is away", codec.type(event));
            return;
        }
        var unused = scheduler.schedule(() -> send(toRecord(topic, event)));
    }

    @Override
    public void close() {
        scheduler.dispose();
    }

    private void send(ProducerRecord<String, byte[]> event) {
        try {
            var unused =
                    producers.createProducer().send(event, (metadata, error) -> underWay.release());
        } catch (RuntimeException away) {
            underWay.release();
            log.debug("An event for {} is dropped: {}", event.topic(), away.toString());
        }
    }

    private ProducerRecord<String, byte[]> toRecord(String topic, TertuliaEvent event) {
        var key = event.aggregateId().toString();
        var published = new ProducerRecord<>(topic, key, codec.encode(event));
        var headers = published.headers();
        add(headers, CloudEventHeaders.SPEC_VERSION, CloudEventHeaders.SPEC_VERSION_1);
        add(headers, CloudEventHeaders.ID, ids.next().toString());
        add(headers, CloudEventHeaders.TYPE, codec.type(event));
        add(headers, CloudEventHeaders.SOURCE, source);
        add(headers, CloudEventHeaders.TIME, event.occurredAt().toString());
        add(headers, CloudEventHeaders.SUBJECT, key);
        add(headers, CloudEventHeaders.CONTENT_TYPE, CloudEventHeaders.JSON);
        return published;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
