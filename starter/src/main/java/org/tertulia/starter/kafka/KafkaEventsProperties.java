package org.tertulia.starter.kafka;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Topics and listening.
 *
 * @param partitions of a topic when it is created
 * @param replicationFactor of a topic when it is created; 3 where there are three brokers
 * @param concurrency threads of one ordered subscription in one instance
 * @param handlerTimeout how long one event may take before it counts as failed
 * @param attempts how often an event is tried before it is a dead letter
 * @param retryDelay pause between tries
 */
@Validated
@ConfigurationProperties("tertulia.kafka")
public record KafkaEventsProperties(
        @Min(1) @DefaultValue("6") int partitions,
        @Min(1) @DefaultValue("1") short replicationFactor,
        @Min(1) @Max(64) @DefaultValue("1") int concurrency,
        @DefaultValue("20s") Duration handlerTimeout,
        @Min(1) @DefaultValue("3") int attempts,
        @DefaultValue("300ms") Duration retryDelay) {}
