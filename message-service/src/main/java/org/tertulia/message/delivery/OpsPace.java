package org.tertulia.message.delivery;

import java.time.Duration;

/** A token bucket: how long a client's next frame has to wait. Only the connection's event loop touches it. */
final class OpsPace {

    private static final long NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

    private final long nanosPerOp;
    private final long burstNanos;
    private long freeAt;

    OpsPace(int opsPerSecond, int burst) {
        this.nanosPerOp = NANOS_PER_SECOND / opsPerSecond;
        this.burstNanos = nanosPerOp * burst;
        this.freeAt = Long.MIN_VALUE;
    }

    /** Counts a frame that came at {@code now} (any nanosecond clock); what the next one has to wait. */
    Duration next(long now) {
        freeAt = Math.max(freeAt, now - burstNanos) + nanosPerOp;
        return freeAt > now ? Duration.ofNanos(freeAt - now) : Duration.ZERO;
    }
}
