package org.tertulia.starter.kafka;

import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultBackOffHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.GenericMessageListener;
import org.springframework.kafka.listener.MessageListener;
import org.tertulia.contracts.TertuliaEvent;
import org.tertulia.contracts.Topics;

/**
 * Makes the containers of ordered subscriptions. Each event is waited for on the container's own
 * thread: an acknowledgement that overtakes another would lose the order.
 */
final class OrderedContainers {

    private static final Logger log = LoggerFactory.getLogger(OrderedContainers.class);

    /** So many are sifted together, too. */
    private static final int EVENTS_PER_POLL = 500;

    /** More, since several of one key are one. */
    private static final int KEYS_PER_POLL = 1_000;

    /**
     * Rest between polls. A busy topic is read by the hundred then, which costs reader and broker a fraction of
     * fetching its events one by one; the next event of a quiet one is handled at once, since a poll waits for it.
     */
    private static final Duration GATHER = Duration.ofMillis(20);

    private final KafkaProperties kafka;
    private final KafkaEventsProperties properties;
    private final EventCodec codec;
    private final KafkaOperations<String, byte[]> deadLetters;
    private final ObservationRegistry observations;
    private final ApplicationContext context;

    OrderedContainers(
            KafkaProperties kafka,
            KafkaEventsProperties properties,
            EventCodec codec,
            KafkaOperations<String, byte[]> deadLetters,
            ObservationRegistry observations,
            ApplicationContext context) {
        this.kafka = kafka;
        this.properties = properties;
        this.codec = codec;
        this.deadLetters = deadLetters;
        this.observations = observations;
        this.context = context;
    }

    <E extends TertuliaEvent> ConcurrentMessageListenerContainer<String, byte[]> create(
            EventSubscription.Ordered<E> subscription) {
        var handling = handling(subscription);
        return create(
                subscription,
                (MessageListener<String, byte[]>) received -> handle(handling, received));
    }

    <E extends TertuliaEvent> ConcurrentMessageListenerContainer<String, byte[]> create(
            EventSubscription.Sifted<E> subscription) {
        var ordered = subscription.ordered();
        return create(ordered, new SiftedListener<>(handling(ordered), subscription.sieve()));
    }

    private ConcurrentMessageListenerContainer<String, byte[]> create(
            EventSubscription.Ordered<?> subscription, GenericMessageListener<?> listener) {
        var settings = settings(subscription.topic(), subscription.group());
        settings.setMessageListener(listener);
        settings.setIdleBetweenPolls(GATHER.toMillis());
        // What is handled has a timer of its own, see EventHandling.
        settings.setMicrometerEnabled(false);
        return container(settings, EVENTS_PER_POLL, errorHandler(subscription.group()));
    }

    ConcurrentMessageListenerContainer<String, byte[]> create(EventSubscription.Keys subscription) {
        var settings = settings(subscription.topic(), subscription.group());
        settings.setMessageListener(
                (BatchMessageListener<String, byte[]>) received -> handle(subscription, received));
        settings.setIdleBetweenPolls(subscription.gather().toMillis());
        return container(settings, KEYS_PER_POLL, new DefaultErrorHandler(EventRetrying.away()));
    }

    private static ContainerProperties settings(String topic, String group) {
        var settings = new ContainerProperties(topic);
        settings.setGroupId(group);
        return settings;
    }

    private ConcurrentMessageListenerContainer<String, byte[]> container(
            ContainerProperties settings, int eventsPerPoll, CommonErrorHandler errorHandler) {
        var container =
                new ConcurrentMessageListenerContainer<>(consumers(eventsPerPoll), settings);
        container.setBeanName(Objects.requireNonNull(settings.getGroupId()));
        container.setApplicationContext(context);
        container.setConcurrency(properties.concurrency());
        container.setCommonErrorHandler(errorHandler);
        return container;
    }

    private DefaultKafkaConsumerFactory<String, byte[]> consumers(int eventsPerPoll) {
        Map<String, Object> config = kafka.buildConsumerProperties();
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, eventsPerPoll);
        return new DefaultKafkaConsumerFactory<>(
                config, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private void handle(
            EventSubscription.Keys subscription, List<ConsumerRecord<String, byte[]>> received) {
        var keys = new LinkedHashSet<String>();
        received.forEach(it -> keys.add(it.key()));
        subscription.handler().apply(keys).block(properties.handlerTimeout());
    }

    private <E extends TertuliaEvent> EventHandling<E> handling(
            EventSubscription.Ordered<E> subscription) {
        return new EventHandling<>(subscription, codec, properties.handlerTimeout(), observations);
    }

    private static <E extends TertuliaEvent> void handle(
            EventHandling<E> handling, ConsumerRecord<String, byte[]> received) {
        try {
            handling.read(received).ifPresent(event -> handling.handle(received, event));
        } catch (RuntimeException failed) {
            throw FailedEvent.of(received, failed);
        }
    }

    private CommonErrorHandler errorHandler(String group) {
        var recoverer =
                new DeadLetterPublishingRecoverer(
                        deadLetters,
                        (record, error) -> {
                            log.error(
                                    "{} becomes a dead letter", EventRetrying.place(record), error);
                            return new TopicPartition(
                                    record.topic() + Topics.DEAD_LETTER_SUFFIX, record.partition());
                        });
        return new EventRetrying(
                        properties.attempts(), properties.retryDelay(), new DefaultBackOffHandler())
                .errorHandler(group, recoverer);
    }
}
