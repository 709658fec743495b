package org.tertulia.message.delivery;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Lets a bounded number of reads from the database run at once, the others wait in order: a thousand
 * clients that reconnect together must not take the connections that messages are committed through.
 * Reads bring their own time limit; whoever waits must not cancel.
 */
final class ReadGate {

    /** Bounded by the connections: each has at most a handful of reads under way. */
    private final Queue<MonoSink<Boolean>> waiting = new ConcurrentLinkedQueue<>();

    private final AtomicInteger free;

    ReadGate(int limit) {
        this.free = new AtomicInteger(limit);
    }

    /** {@code read}, once there is room for it. */
    <T> Mono<T> through(Mono<T> read) {
        return Mono.usingWhen(enter(), entered -> read, entered -> Mono.fromRunnable(this::leave));
    }

    private Mono<Boolean> enter() {
        return Mono.create(
                entrant -> {
                    waiting.add(entrant);
                    admit();
                });
    }

    private void leave() {
        free.incrementAndGet();
        admit();
    }

    private void admit() {
        while (!waiting.isEmpty() && free.getAndUpdate(n -> n > 0 ? n - 1 : n) > 0) {
            var next = waiting.poll();
            if (next == null) {
                free.incrementAndGet();
            } else {
                next.success(true);
            }
        }
    }
}
