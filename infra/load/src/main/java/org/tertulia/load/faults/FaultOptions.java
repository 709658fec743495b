package org.tertulia.load.faults;

import java.time.Duration;

/**
 * How much is to happen.
 *
 * @param seed decides everything that people do and that fails
 * @param faults how many faults
 * @param limit no fault begins after this time
 * @param people how many write; an even number
 * @param rounds how many faults a round has
 */
public record FaultOptions(long seed, int faults, Duration limit, int people, Rounds rounds) {

    /** How many faults fall into each other, both bounds included. */
    public record Rounds(int smallest, int largest) {}

    /** A run as long as one likes, with rounds of two to six. */
    public static FaultOptions of(long seed, int faults, Duration limit, int people) {
        return new FaultOptions(seed, faults, limit, people, new Rounds(2, 6));
    }

    /** A run for which one waits, for the tests: few faults in few and large rounds. */
    public static FaultOptions brief(long seed) {
        return new FaultOptions(seed, 12, Duration.ofSeconds(60), 6, new Rounds(6, 6));
    }

    String describe() {
        return "seed %d, %d faults, at most %d s".formatted(seed, faults, limit.toSeconds());
    }

    /** What to type for the same again. */
    String again() {
        return "./tertulia test faults --seed %d --faults %d --people %d"
                .formatted(seed, faults, people);
    }
}
