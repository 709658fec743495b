package org.tertulia.translation.engine.apertium;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tertulia.translation.engine.EngineFailed;

/** Places for pipes that run, of which there are only so many: each takes 40 to 160 MB. */
final class Places {

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
     * @param makeRoom has another pipe end; called when no place is free
     * @throws EngineFailed unavailable, when none becomes free
     */
    void take(Runnable makeRoom) {
        if (free.tryAcquire()) {
            return;
        }
        makeRoom.run();
        try {
            if (free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException whoAskedHasGone) {
            throw none(whoAskedHasGone);
        }
        throw none(null);
    }

    private static EngineFailed none(@Nullable Exception reason) {
        return new EngineFailed(EngineFailed.Cause.UNAVAILABLE, "As many pipes run as may", reason);
    }

    /** Gives a place back. */
    void giveBack() {
        free.release();
    }
}
