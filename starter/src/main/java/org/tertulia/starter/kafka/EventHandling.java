package org.tertulia.starter.kafka;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.support.micrometer.KafkaListenerObservation;
import org.springframework.kafka.support.micrometer.KafkaListenerObservation.DefaultKafkaListenerObservationConvention;
import org.springframework.kafka.support.micrometer.KafkaRecordReceiverContext;
import org.tertulia.contracts.TertuliaEvent;

/** Reads the events of one ordered subscription and hands them to its handler, waiting on the container's own thread. */
final class EventHandling<E extends TertuliaEvent> {

    private static final Logger log = LoggerFactory.getLogger(EventHandling.class);

    private static final String SIFTING = "event.stretch.sift";

    private final EventSubscription.Ordered<E> subscription;
    private final EventCodec codec;
    private final Duration timeout;
    private final ObservationRegistry observations;

    EventHandling(
            EventSubscription.Ordered<E> subscription,
            EventCodec codec,
            Duration timeout,
            ObservationRegistry observations) {
        this.subscription = subscription;
        this.codec = codec;
        this.timeout = timeout;
        this.observations = observations;
    }

    /** The event, unless its type is not known or it does not concern the handler. Fails when it cannot be read. */
    Optional<ReceivedEvent<E>> read(ConsumerRecord<String, byte[]> received) {
        var type = RecordHeaders.text(received, CloudEventHeaders.TYPE);
        if (!type.isEmpty() && !codec.knows(subscription.family(), type)) {
            log.debug("{} skips the unknown type {}", subscription.group(), type);
            return Optional.empty();
        }
        var event = codec.decode(received.value(), subscription.family());
        if (!subscription.concerned().test(event)) {
            return Optional.empty();
        }
        var id = UUID.fromString(RecordHeaders.text(received, CloudEventHeaders.ID));
        return Optional.of(new ReceivedEvent<>(id, event));
    }

    /** Has the handler deal with it, under the span and the timer of the record. */
    void handle(ConsumerRecord<String, byte[]> received, ReceivedEvent<E> event) {
        observation(received).observe(() -> subscription.handler().apply(event).block(timeout));
    }

    /** Has the sieve tell which of the stretch the handler has to see, under a span and a timer of their own. */
    Set<Integer> sift(EventSieve<E> sieve, List<ReceivedEvent<E>> stretch) {
        return Objects.requireNonNull(
                Observation.createNotStarted(SIFTING, observations)
                        .contextualName("sift " + subscription.group())
                        .lowCardinalityKeyValue("group", subscription.group())
                        .highCardinalityKeyValue("events", String.valueOf(stretch.size()))
                        .observe(() -> sieve.sift(stretch).blockOptional(timeout).orElseThrow()));
    }

    /** The span and the timer that a container makes; here only for what is handled. */
    private Observation observation(ConsumerRecord<String, byte[]> received) {
        var group = subscription.group();
        return KafkaListenerObservation.LISTENER_OBSERVATION.observation(
                null,
                DefaultKafkaListenerObservationConvention.INSTANCE,
                () -> new KafkaRecordReceiverContext(received, group, null, group, () -> null),
                observations);
    }
}
