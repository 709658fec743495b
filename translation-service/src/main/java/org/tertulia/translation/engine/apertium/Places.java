package org.tertulia.translation.engine.apertium;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.tertulia.translation.engine.EngineFailed;

/** Places for pipes that run, of which there are only so many: each takes 40 to 160 MB. */
final class Places {

    /** Many times what it takes to end a pipe that nobody uses; after that another may be quicker. Guessed. */
    private static final Duration ASK_AGAIN = Duration.ofMillis(250);

    private static final String AS_MANY = "As many pipes run as may";

    private final Semaphore free;
    private final Duration patience;

    /**
     * @param most how many pipes may run
     * @param patience how long to wait for a place
     */
    Places(int most, Duration patience) {
        this.free = new Semaphore(most, true);
        this.patience = patience;
    }

    /**
     * Takes a place. Blocks until one is free.
     *
     * @param makeRoom has one more pipe end; called when no place is free, and again as long as none becomes so
     * @throws EngineFailed unavailable, when none becomes free
     */
    void take(Runnable makeRoom) {
        try {
            var end = System.nanoTime() + patience.toNanos();
            var taken = free.tryAcquire();
            for (var left = patience.toNanos();
                    !taken && left > 0;
                    left = end - System.nanoTime()) {
                makeRoom.run();
                taken = free.tryAcquire(Math.min(left, ASK_AGAIN.toNanos()), TimeUnit.NANOSECONDS);
            }
            if (!taken) {
                throw new EngineFailed(EngineFailed.Cause.UNAVAILABLE, AS_MANY);
            }
        } catch (InterruptedException whoAskedHasGone) {
            throw new EngineFailed(EngineFailed.Cause.UNAVAILABLE, AS_MANY, whoAskedHasGone);
        }
    }

    /** Gives a place back. */
    void giveBack() {
        free.release();
    }
}
