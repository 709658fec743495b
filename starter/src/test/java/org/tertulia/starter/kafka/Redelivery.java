package org.tertulia.starter.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedRuntimeException;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.BackOffHandler;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ListenerExecutionFailedException;
import org.springframework.kafka.listener.MessageListenerContainer;

/** What a container does about events that failed: by its own classes, but without a broker and without pauses. */
final class Redelivery {

    private final ConcurrentMessageListenerContainer<String, byte[]> container =
            new ConcurrentMessageListenerContainer<>(
                    new DefaultKafkaConsumerFactory<>(Map.of()), new ContainerProperties("topic"));
    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final CommonErrorHandler handler;

    Redelivery(int attempts, ConsumerRecordRecoverer giveUp) {
        handler =
                new EventRetrying(attempts, Duration.ZERO, new NoPauses())
                        .errorHandler("group", giveUp);
    }

    /** The offset with which the next poll begins. */
    long after(List<ConsumerRecord<String, byte[]>> poll, FailedEvent failed) {
        var partition = new TopicPartition(poll.getFirst().topic(), poll.getFirst().partition());
        consumer.assign(List.of(partition));
        consumer.seek(partition, poll.getLast().offset() + 1);
        try {
            handler.handleBatch(
                    new ListenerExecutionFailedException("Listener failed", failed),
                    new ConsumerRecords<>(Map.of(partition, poll), Map.of()),
                    consumer,
                    container,
                    () -> {});
        } catch (NestedRuntimeException again) {
            // So it has the container poll again; from where is with the consumer.
        }
        return consumer.position(partition);
    }

    private static final class NoPauses implements BackOffHandler {
        @Override
        public void onNextBackOff(
                @Nullable MessageListenerContainer container,
                @Nullable Exception failed,
                long millis) {}
    }
}
