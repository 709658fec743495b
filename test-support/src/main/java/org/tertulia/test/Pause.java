package org.tertulia.test;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waiting between two looks at a state that is awaited. */
final class Pause {

    private static final Duration SHORT = Duration.ofMillis(50);

    private Pause() {}

    static void shortly() {
        LockSupport.parkNanos(SHORT.toNanos());
    }
}
