package org.tertulia.starter.kafka;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all partitions of a topic from their present end, without a consumer group: there is nothing
 * to rebalance and no offset to lose, so that no record is passed over however long the broker is
 * away.
 */
final class BroadcastReader implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(BroadcastReader.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);

    private final EventSubscription.Broadcast subscription;
    private final KafkaConsumer<String, byte[]> consumer;
    private volatile boolean running = true;

    BroadcastReader(EventSubscription.Broadcast subscription, Map<String, Object> kafka) {
        this.subscription = subscription;
        kafka.remove(ConsumerConfig.GROUP_ID_CONFIG);
        kafka.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        kafka.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        this.consumer =
                new KafkaConsumer<>(kafka, new StringDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public void run() {
        try (consumer) {
            var positioned = false;
            while (running) {
                positioned = step(positioned);
            }
        } catch (WakeupException stopped) {
            log.debug("{} stopped", subscription.name());
        }
    }

    /** Stops the reader; returns at once. */
    void stop() {
        running = false;
        consumer.wakeup();
    }

    private boolean step(boolean positioned) {
        try {
            if (!positioned) {
                position();
            }
            consumer.poll(POLL).forEach(this::deliver);
            return true;
        } catch (WakeupException stopped) {
            throw stopped;
        } catch (OffsetOutOfRangeException tooOld) {
            log.warn("{} begins anew at the end of {}", subscription.name(), subscription.topic());
            return false;
        } catch (RuntimeException away) {
            log.warn(
                    "{} can not read {}: {}",
                    subscription.name(),
                    subscription.topic(),
                    away.toString());
            pause();
            return positioned;
        }
    }

    private void position() {
        var partitions =
                consumer.partitionsFor(subscription.topic()).stream()
                        .map(p -> new TopicPartition(p.topic(), p.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        subscription.onPositioned().run();
    }

    private void deliver(ConsumerRecord<String, byte[]> received) {
        try {
            var type = RecordHeaders.text(received, CloudEventHeaders.TYPE);
            subscription.handler().accept(new RawEvent(received.key(), type, received.value()));
        } catch (RuntimeException fault) {
            log.error(
                    "{} failed on {}@{}",
                    subscription.name(),
                    received.topic(),
                    received.offset(),
                    fault);
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_FAILURE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
