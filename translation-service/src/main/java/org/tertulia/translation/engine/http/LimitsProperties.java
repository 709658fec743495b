package org.tertulia.translation.engine.http;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a server is asked at most.
 *
 * @param timeLimit how long one text may take, six seconds at most
 * @param maxConcurrent texts under way at once; further ones go to the next engine
 * @param perMinute texts in a minute, so that a paid service does not cost more than it may; further ones go to the next
 *     engine
 * @param pause how long the server is left alone after half of the last texts have failed
 */
public record LimitsProperties(
        @DefaultValue("1500ms") Duration timeLimit,
        @DefaultValue("16") int maxConcurrent,
        @DefaultValue("600") int perMinute,
        @DefaultValue("30s") Duration pause) {

    /** Of the eight seconds that all engines have together it leaves the next one two. */
    public static final Duration LONGEST_TIME_LIMIT = Duration.ofSeconds(6);

    /** Fails with {@link IllegalArgumentException} when a bound is none, or leaves the next engine no time. */
    public LimitsProperties {
        if (!timeLimit.isPositive() || !pause.isPositive() || maxConcurrent < 1 || perMinute < 1) {
            throw new IllegalArgumentException(
                    "time-limit and pause must be positive, max-concurrent and per-minute at least 1");
        }
        if (timeLimit.compareTo(LONGEST_TIME_LIMIT) > 0) {
            throw new IllegalArgumentException(
                    "time-limit must be " + LONGEST_TIME_LIMIT.toSeconds() + " s at most");
        }
    }
}
