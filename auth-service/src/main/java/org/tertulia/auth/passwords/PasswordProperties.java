package org.tertulia.auth.passwords;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How passwords are hashed and how often they may be wrong.
 *
 * @param memory Argon2id memory of one hash; the default is what OWASP recommends with two iterations
 * @param iterations Argon2id passes
 * @param parallelism Argon2id lanes
 * @param threads how many hashes are made at once; 0 leaves one core to everything else
 * @param queue how many may wait; at about 30 ms each the default makes the last one wait 2 s on one core
 * @param maxAttempts wrong passwords for one account within the window, before it is refused unlooked
 * @param attemptWindow how long that lasts, from the first wrong one on
 */
@ConfigurationProperties("tertulia.auth.passwords")
public record PasswordProperties(
        @DefaultValue("19456KB") DataSize memory,
        @DefaultValue("2") int iterations,
        @DefaultValue("1") int parallelism,
        @DefaultValue("0") int threads,
        @DefaultValue("64") int queue,
        @DefaultValue("10") int maxAttempts,
        @DefaultValue("15m") Duration attemptWindow) {

    private static final DataSize LEAST_MEMORY = DataSize.ofMegabytes(8);

    /** Refuses values that would make guessing cheap or starve the machine. */
    public PasswordProperties {
        int cores = Runtime.getRuntime().availableProcessors();
        require(memory.compareTo(LEAST_MEMORY) >= 0, "memory must be 8MB or more");
        require(iterations >= 1, "iterations must be positive");
        require(parallelism >= 1, "parallelism must be positive");
        require(threads >= 0 && threads <= cores, "threads must be 0 to the number of cores");
        require(queue >= 1, "queue must be positive");
        require(maxAttempts >= 1, "max-attempts must be positive");
        require(attemptWindow.isPositive(), "attempt-window must be positive");
        threads = threads == 0 ? Math.max(1, cores - 1) : threads;
    }

    private static void require(boolean held, String rule) {
        if (!held) {
            throw new IllegalArgumentException("tertulia.auth.passwords." + rule);
        }
    }
}
