package org.tertulia.scheduler.firing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When what is over goes.
 *
 * @param every how often it is looked for, and what waits is counted
 * @param completedFor how long a completed reminder is kept
 * @param sentFor how long a scheduled message is kept that was sent or refused
 * @param firedFor how long it is kept that an occurrence fired
 * @param batch most rows of a kind that are deleted in one go
 * @param maxCounted reminders that are counted at most
 */
@ConfigurationProperties("tertulia.scheduler.upkeep")
record UpkeepProperties(
        @DefaultValue("1m") Duration every,
        @DefaultValue("30d") Duration completedFor,
        @DefaultValue("30d") Duration sentFor,
        @DefaultValue("30d") Duration firedFor,
        @DefaultValue("1000") int batch,
        @DefaultValue("1000000") int maxCounted) {

    /** Refuses what would delete at once, or never. */
    UpkeepProperties {
        require(every.isPositive(), "every must be positive");
        require(completedFor.isPositive(), "completed-for must be positive");
        require(sentFor.isPositive(), "sent-for must be positive");
        require(firedFor.isPositive(), "fired-for must be positive");
        require(batch > 0, "batch must be positive");
        require(maxCounted > 0, "max-counted must be positive");
    }

    private static void require(boolean held, String rule) {
        if (!held) {
            throw new IllegalArgumentException("tertulia.scheduler.upkeep." + rule);
        }
    }
}
