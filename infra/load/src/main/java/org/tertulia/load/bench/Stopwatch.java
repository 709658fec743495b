package org.tertulia.load.bench;

import java.time.Duration;

/** Counts what is answered within a stretch of time. May be told by many threads. */
final class Stopwatch {
    private static final int MOST_ANSWERS = 2_000_000;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Latencies latencies = new Latencies(MOST_ANSWERS);
    private final Duration length;
    private final long end;

    /** Starts now. */
    Stopwatch(Duration length) {
        this.length = length;
        this.end = System.nanoTime() + length.toNanos();
    }

    /** Takes down an answer to what was sent at a time; false when the time is up. */
    boolean answered(long sentAt) {
        var now = System.nanoTime();
        if (now - end > 0) {
            return false;
        }
        latencies.add(now - sentAt);
        return true;
    }

    int count() {
        return latencies.count();
    }

    /** The outcome. */
    Posts posts(double meanBatch) {
        return new Posts(
                latencies.count() * NANOS_PER_SECOND / length.toNanos(),
                latencies.percentileMillis(0.5),
                latencies.percentileMillis(0.99),
                meanBatch);
    }
}
