package org.tertulia.scheduler.editing;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many reminders somebody may have.
 *
 * @param maxActive reminders of one person that are not completed
 * @param maxForOthers those of them that remind others
 */
@Validated
@ConfigurationProperties("tertulia.scheduler.reminders")
record ReminderProperties(
        @Min(1) @DefaultValue("500") int maxActive, @Min(0) @DefaultValue("50") int maxForOthers) {}
