package org.tertulia.media.access;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;
import org.tertulia.contracts.Topics;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** How far the replica is behind the chat logs, the profiles and what was scheduled. */
@Component
public final class ReplicaProgress {

    private static final Logger log = LoggerFactory.getLogger(ReplicaProgress.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** What the replica is made of, and who reads it. */
    private static final Map<String, String> GROUPS =
            Map.of(
                    Topics.MESSAGE_EVENTS, ReplicaListener.GROUP,
                    Topics.USER_EVENTS, ReplicaListener.PROFILES_GROUP,
                    Topics.SCHEDULED_MESSAGE_EVENTS, HeldFilesListener.GROUP);

    private final Map<String, Object> config;

    ReplicaProgress(KafkaProperties kafka) {
        this.config = new HashMap<>(kafka.buildAdminProperties());
        config.put(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                List.copyOf(kafka.getBootstrapServers()));
        var patience = Math.toIntExact(PATIENCE.toMillis());
        config.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, patience);
        config.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, patience / 2);
    }

    /**
     * Whether the replica knows all that had been published when this was asked. Not, when that can not be told, since
     * the broker is away.
     */
    public Mono<Boolean> isUpToDate() {
        // Kafka's administration is waited for, on a thread that may.
        return Mono.fromCallable(this::compare)
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorResume(ReplicaProgress::unknown);
    }

    private static Mono<Boolean> unknown(Throwable error) {
        log.info("How far the replica is can not be told: {}", error.toString());
        return Mono.just(false);
    }

    private boolean compare() throws ExecutionException, InterruptedException, TimeoutException {
        try (var admin = Admin.create(config)) {
            for (var read : GROUPS.entrySet()) {
                if (!isUpToDate(admin, read.getKey(), read.getValue())) {
                    return false;
                }
            }
            return true;
        }
    }

    private static boolean isUpToDate(Admin admin, String topic, String group)
            throws ExecutionException, InterruptedException, TimeoutException {
        var partitions = partitions(admin, topic);
        var ends = offsets(admin, partitions, OffsetSpec.latest());
        var begins = offsets(admin, partitions, OffsetSpec.earliest());
        var handled = await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        return partitions.stream()
                .allMatch(it -> place(it, handled, begins) >= ends.getOrDefault(it, 0L));
    }

    /** Before anything was handled, what is kept no longer is nothing to wait for. */
    private static long place(
            TopicPartition partition,
            Map<TopicPartition, OffsetAndMetadata> handled,
            Map<TopicPartition, Long> begins) {
        var offset = handled.get(partition);
        return offset == null ? begins.getOrDefault(partition, 0L) : offset.offset();
    }

    private static List<TopicPartition> partitions(Admin admin, String topic)
            throws ExecutionException, InterruptedException, TimeoutException {
        var described = await(admin.describeTopics(List.of(topic)).allTopicNames());
        return described.values().stream()
                .flatMap(found -> found.partitions().stream())
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    private static Map<TopicPartition, Long> offsets(
            Admin admin, Collection<TopicPartition> partitions, OffsetSpec spec)
            throws ExecutionException, InterruptedException, TimeoutException {
        var asked = partitions.stream().collect(Collectors.toMap(Function.identity(), _ -> spec));
        return await(admin.listOffsets(asked).all()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, found -> found.getValue().offset()));
    }

    private static <T> T await(KafkaFuture<T> future)
            throws ExecutionException, InterruptedException, TimeoutException {
        return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
