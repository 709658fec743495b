package org.tertulia.load.bench;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Durations of one round, in nanoseconds, each kept as it is. May be added to by many threads; read
 * when they are done. What does not fit any more is counted but not kept.
 */
final class Latencies {
    private static final double NANOS_PER_MILLI = 1e6;

    private final long[] values;
    private final AtomicInteger count = new AtomicInteger();

    Latencies(int capacity) {
        this.values = new long[capacity];
    }

    void add(long nanos) {
        var at = count.getAndIncrement();
        if (at < values.length) {
            values[at] = nanos;
        }
    }

    int count() {
        return count.get();
    }

    /**
     * The smallest duration that is not exceeded by this share of all, in milliseconds; 0 when there
     * are none.
     *
     * @param share such as 0.99
     */
    double percentileMillis(double share) {
        var kept = Arrays.copyOf(values, Math.min(count.get(), values.length));
        if (kept.length == 0) {
            return 0;
        }
        Arrays.sort(kept);
        var rank = (int) Math.ceil(share * kept.length);
        return kept[Math.max(0, rank - 1)] / NANOS_PER_MILLI;
    }
}
