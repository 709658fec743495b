package org.tertulia.load.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: a random time up to a ceiling that doubles with every failure
 * in a row (full jitter).
 *
 * @param first the first ceiling
 * @param last the highest one
 */
public record Backoff(Duration first, Duration last) {
    private static final int MOST_DOUBLINGS = 20;
    private static final Duration MOST_TOLD = Duration.ofMinutes(1);

    /** As the protocol asks of clients. */
    public static final Backoff STANDARD =
            new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30));

    /** For tests that wait for a client to be back. */
    public static final Backoff EAGER = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(1));

    /** The same, and no sooner than the server has asked for; it may ask for a minute at most. */
    Duration after(int failures, Duration told, RandomGenerator random) {
        var own = after(failures, random);
        var asked = told.compareTo(MOST_TOLD) > 0 ? MOST_TOLD : told;
        return own.compareTo(asked) > 0 ? own : asked;
    }

    Duration after(int failures, RandomGenerator random) {
        var doubled = first.toMillis() << Math.min(failures, MOST_DOUBLINGS);
        return Duration.ofMillis(random.nextLong(Math.min(last.toMillis(), doubled) + 1));
    }
}
