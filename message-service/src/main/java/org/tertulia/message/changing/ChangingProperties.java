package org.tertulia.message.changing;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How messages are changed.
 *
 * @param lanes changes that are made side by side; a chat is always in the same lane
 * @param queueCapacity changes that wait in one lane before further ones are refused
 * @param commitTimeout how long one change may take before its outcome counts as unknown
 * @param retryAfter when somebody whose change was not made is told to try again
 */
@Validated
@ConfigurationProperties("tertulia.message.changing")
record ChangingProperties(
        @Min(1) @Max(64) @DefaultValue("4") int lanes,
        @Min(1) @DefaultValue("1024") int queueCapacity,
        @DefaultValue("5s") Duration commitTimeout,
        @DefaultValue("1s") Duration retryAfter) {}
