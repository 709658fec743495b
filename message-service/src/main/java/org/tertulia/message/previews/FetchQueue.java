package org.tertulia.message.previews;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Lets a bounded number of fetches run at a time, fewer of one host, and a bounded number wait, in the order they came
 * but for those whose host is busy. What was begun is meant to run to its end: a fetch that nobody waits for any more
 * keeps its turn.
 */
final class FetchQueue {

    private final int concurrency;
    private final int perHost;
    private final int maxWaiting;
    private final Map<String, Integer> running = new HashMap<>();
    private final Deque<Turn> waiting = new ArrayDeque<>();
    private int allRunning;

    FetchQueue(int concurrency, int perHost, int maxWaiting) {
        this.concurrency = concurrency;
        this.perHost = perHost;
        this.maxWaiting = maxWaiting;
    }

    /** There is no room to wait. */
    static final class Full extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Full() {
            super("full", null, false, false);
        }
    }

    private record Turn(String host, MonoSink<String> sink) {}

    /** Does {@code fetch} when it is its turn. Fails with {@link Full}. */
    <T> Mono<T> run(String host, Mono<T> fetch) {
        return Mono.usingWhen(
                turn(host), begun -> fetch, begun -> Mono.fromRunnable(() -> end(begun)));
    }

    /** Fetches that wait. */
    synchronized int waiting() {
        return waiting.size();
    }

    private Mono<String> turn(String host) {
        return Mono.create(
                sink -> {
                    var turn = new Turn(host, sink);
                    if (begins(turn)) {
                        sink.success(host);
                    } else if (!waits(turn)) {
                        sink.error(new Full());
                    }
                });
    }

    private synchronized boolean begins(Turn turn) {
        if (allRunning >= concurrency || running.getOrDefault(turn.host(), 0) >= perHost) {
            return false;
        }
        running.merge(turn.host(), 1, Integer::sum);
        allRunning++;
        return true;
    }

    private synchronized boolean waits(Turn turn) {
        return waiting.size() < maxWaiting && waiting.add(turn);
    }

    private void end(String host) {
        var next = next(host);
        if (next != null) {
            next.sink().success(next.host());
        }
    }

    /** One has ended, so at most one can begin. */
    private synchronized @Nullable Turn next(String ended) {
        running.computeIfPresent(ended, (host, count) -> count == 1 ? null : count - 1);
        allRunning--;
        for (Iterator<Turn> turns = waiting.iterator(); turns.hasNext(); ) {
            var turn = turns.next();
            if (begins(turn)) {
                turns.remove();
                return turn;
            }
        }
        return null;
    }
}
