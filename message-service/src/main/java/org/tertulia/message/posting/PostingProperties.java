package org.tertulia.message.posting;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How messages are committed together.
 *
 * @param lanes batches that are committed side by side; a chat is always in the same one
 * @param queueCapacity messages that wait in one lane before further ones are refused
 * @param batchSize messages of one commit at most
 * @param commitTimeout how long one commit may take before its outcome counts as unknown
 * @param retryFor how long a message whose commit failed is tried again before its sender is told to
 * @param retryDelay pause before a failed commit is tried again
 */
@Validated
@ConfigurationProperties("tertulia.message.posting")
record PostingProperties(
        @Min(1) @Max(64) @DefaultValue("2") int lanes,
        @Min(1) @DefaultValue("2048") int queueCapacity,
        @Min(1) @Max(5000) @DefaultValue("256") int batchSize,
        @DefaultValue("5s") Duration commitTimeout,
        @DefaultValue("8s") Duration retryFor,
        @DefaultValue("200ms") Duration retryDelay) {}
