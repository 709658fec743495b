package org.tertulia.scheduler.scheduled;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many messages somebody may schedule.
 *
 * @param maxWaiting messages of one person that wait
 */
@Validated
@ConfigurationProperties("tertulia.scheduler.scheduled-messages")
record ScheduledMessageProperties(@Min(1) @DefaultValue("100") int maxWaiting) {}
