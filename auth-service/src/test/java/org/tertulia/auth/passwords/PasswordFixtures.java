package org.tertulia.auth.passwords;

import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** Password hashing that is as cheap as it may be, for tests. */
final class PasswordFixtures {

    static final int MAX_ATTEMPTS = 3;
    static final Duration WINDOW = Duration.ofMinutes(15);

    private PasswordFixtures() {}

    static PasswordProperties cheap(int threads, int queue) {
        return cheap(threads, queue, 1);
    }

    static PasswordProperties cheap(int threads, int queue, int iterations) {
        return new PasswordProperties(
                DataSize.ofMegabytes(8), iterations, 1, threads, queue, MAX_ATTEMPTS, WINDOW);
    }
}
