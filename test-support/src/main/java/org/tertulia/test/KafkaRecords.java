package org.tertulia.test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * What lies in a topic of the running test's Kafka, from its beginning. Records of one key are in their order. Each call
 * reads anew, and waits for the topic when it does not exist yet.
 */
public final class KafkaRecords {

    private static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(15);
    private static final Duration POLL = Duration.ofMillis(100);

    private final String topic;
    private final String bootstrapServers;
    private final Duration patience;

    private KafkaRecords(String topic, String bootstrapServers, Duration patience) {
        this.topic = topic;
        this.bootstrapServers = bootstrapServers;
        this.patience = patience;
    }

    /** The records of this topic, awaited for at most 15 seconds. */
    public static KafkaRecords of(String topic) {
        return new KafkaRecords(topic, CurrentKafka.bootstrapServers(), DEFAULT_PATIENCE);
    }

    /** The same, awaited for at most this long. */
    public KafkaRecords within(Duration limit) {
        return new KafkaRecords(topic, bootstrapServers, limit);
    }

    /** At least this many records. Fails with an {@link AssertionError} that lists what was there. */
    public List<KafkaRecord> awaitRecords(int count) {
        return awaitRecords(count, _ -> true);
    }

    /** At least one record that matches; all that match so far. */
    public List<KafkaRecord> awaitRecords(Predicate<KafkaRecord> matching) {
        return awaitRecords(1, matching);
    }

    /** The first record with this key. */
    public KafkaRecord awaitRecord(Object key) {
        return awaitRecords(1, record -> key.toString().equals(record.key())).getFirst();
    }

    /** At least this many records that match; all that match so far. */
    public List<KafkaRecord> awaitRecords(int count, Predicate<KafkaRecord> matching) {
        var deadline = System.nanoTime() + patience.toNanos();
        var seen = new ArrayList<KafkaRecord>();
        try (var consumer = consumer(deadline)) {
            while (count(seen, matching) < count && System.nanoTime() < deadline) {
                consumer.poll(POLL).forEach(read -> seen.add(KafkaRecord.of(read)));
            }
        }
        if (count(seen, matching) < count) {
            throw new AssertionError(
                    "Expected %d matching records in %s within %s, but it holds %s"
                            .formatted(count, topic, patience, seen));
        }
        return seen.stream().filter(matching).toList();
    }

    /** Everything that lies there now. */
    public List<KafkaRecord> all() {
        var seen = new ArrayList<KafkaRecord>();
        try (var consumer = consumer(System.nanoTime() + patience.toNanos())) {
            var ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(read -> seen.add(KafkaRecord.of(read)));
            }
        }
        return List.copyOf(seen);
    }

    private static long count(List<KafkaRecord> seen, Predicate<KafkaRecord> matching) {
        return seen.stream().filter(matching).count();
    }

    private KafkaConsumer<String, byte[]> consumer(long deadline) {
        var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false",
                                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, "50"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        var partitions = partitions(consumer, deadline);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    private List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, long deadline) {
        while (true) {
            var found = consumer.listTopics().get(topic);
            if (found != null && !found.isEmpty()) {
                return found.stream()
                        .map(partition -> new TopicPartition(topic, partition.partition()))
                        .toList();
            }
            if (System.nanoTime() > deadline) {
                consumer.close();
                throw new AssertionError("No topic %s within %s".formatted(topic, patience));
            }
            Pause.shortly();
        }
    }
}
