package org.tertulia.starter.outbox;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How events leave the outbox.
 *
 * @param batchSize rows published together
 * @param pollInterval how long a row waits at most when its wake-up was lost
 * @param takeoverInterval how often a stand-by tries to become the relay
 */
@Validated
@ConfigurationProperties("tertulia.outbox")
public record OutboxProperties(
        @Min(1) @Max(5000) @DefaultValue("500") int batchSize,
        @DefaultValue("250ms") Duration pollInterval,
        @DefaultValue("500ms") Duration takeoverInterval) {}
