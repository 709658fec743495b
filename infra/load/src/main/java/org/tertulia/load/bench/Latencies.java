package org.tertulia.load.bench;

import java.util.Arrays;
import java.util.List;
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

    /** Those of several rounds together; when they are done. */
    static Latencies pooled(List<Latencies> rounds) {
        var all = new Latencies(rounds.stream().mapToInt(it -> it.kept().length).sum());
        rounds.stream().flatMapToLong(it -> Arrays.stream(it.kept())).forEach(all::add);
        return all;
    }

    private long[] kept() {
        return Arrays.copyOf(values, Math.min(count.get(), values.length));
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
        var kept = kept();
        if (kept.length == 0) {
            return 0;
        }
        Arrays.sort(kept);
        var rank = (int) Math.ceil(share * kept.length);
        return kept[Math.max(0, rank - 1)] / NANOS_PER_MILLI;
    }
}
