package org.tertulia.scheduler.clockwork;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How what is due fires.
 *
 * @param batchSize reminders, or scheduled messages, that fire in one transaction
 * @param maxSleep how long an instance sleeps at most before it looks again
 * @param minSleep how long it sleeps at least
 * @param pause how long it waits when the database is away
 * @param grace how late an occurrence of a reminder may be and still counts as on time
 */
@ConfigurationProperties("tertulia.scheduler.firing")
public record FiringProperties(
        @DefaultValue("200") int batchSize,
        @DefaultValue("1s") Duration maxSleep,
        @DefaultValue("20ms") Duration minSleep,
        @DefaultValue("500ms") Duration pause,
        @DefaultValue("15m") Duration grace) {

    private static final int MAX_BATCH = 2000;

    /** Refuses what would never rest, or never fire. */
    public FiringProperties {
        require(
                batchSize > 0 && batchSize <= MAX_BATCH,
                "batch-size must be from 1 to " + MAX_BATCH);
        require(minSleep.isPositive(), "min-sleep must be positive");
        require(maxSleep.compareTo(minSleep) >= 0, "max-sleep must not be below min-sleep");
        require(pause.isPositive(), "pause must be positive");
        require(!grace.isNegative(), "grace must not be negative");
    }

    private static void require(boolean held, String rule) {
        if (!held) {
            throw new IllegalArgumentException("tertulia.scheduler.firing." + rule);
        }
    }
}
