package org.tertulia.load.faults.town;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** What is counted of a run. May be used by many threads at once. */
public final class Tally {
    private final Map<String, LongAdder> operations = new ConcurrentSkipListMap<>();
    private final LongAdder acks = new LongAdder();
    private final LongAdder restRetries = new LongAdder();
    private final LongAdder said = new LongAdder();
    private final LongAdder connections = new LongAdder();
    private final LongAdder resumes = new LongAdder();
    private final LongAdder snapshots = new LongAdder();
    private final LongAccumulator longestWait = new LongAccumulator(Math::max, 0);

    void done(String operation) {
        operations.computeIfAbsent(operation, name -> new LongAdder()).increment();
    }

    /** Something was answered with success, this long after it was tried first. */
    void acked(Duration wait) {
        acks.increment();
        longestWait.accumulate(wait.toNanos());
    }

    void retried() {
        restRetries.increment();
    }

    void handedOver() {
        said.increment();
    }

    void connected() {
        connections.increment();
    }

    void resumed() {
        resumes.increment();
    }

    void snapshot() {
        snapshots.increment();
    }

    /** How many of each kind were done. */
    public Map<String, Long> operations() {
        var counts = new TreeMap<String, Long>();
        operations.forEach((name, count) -> counts.put(name, count.sum()));
        return counts;
    }

    public long acks() {
        return acks.sum();
    }

    /** Requests that were made again, WebSocket frames not counted. */
    public long restRetries() {
        return restRetries.sum();
    }

    /** Messages handed to WebSocket clients. */
    public long said() {
        return said.sum();
    }

    /** WebSockets that said hello. */
    public long connections() {
        return connections.sum();
    }

    public long resumes() {
        return resumes.sum();
    }

    /** Chats of which too much was missed to be told entry by entry. */
    public long snapshots() {
        return snapshots.sum();
    }

    /** From the first try of anything to its answer. */
    public Duration longestWait() {
        return Duration.ofNanos(longestWait.get());
    }
}
