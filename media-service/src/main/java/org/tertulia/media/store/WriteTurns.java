package org.tertulia.media.store;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Lets so many writes run at once; the others wait in the order they came. Each write holds a part in memory while it
 * runs, so this bounds the memory of all of them.
 */
final class WriteTurns {

    private final Queue<Turn> waiting = new ArrayDeque<>();
    private int free;

    WriteTurns(int atOnce) {
        this.free = atOnce;
    }

    /** Runs {@code write} when it is its turn. Who waits is bounded by the requests that are let in. */
    <T> Mono<T> run(Mono<T> write) {
        return Mono.usingWhen(Mono.defer(this::turn), _ -> write, Turn::end);
    }

    private Mono<Turn> turn() {
        var turn = new Turn();
        if (take(turn)) {
            turn.begun.tryEmitEmpty();
        }
        return turn.begun.asMono().thenReturn(turn).doOnCancel(turn::giveUp);
    }

    private synchronized boolean take(Turn turn) {
        if (free > 0) {
            free--;
            return true;
        }
        waiting.add(turn);
        return false;
    }

    private void release() {
        var next = next();
        if (next != null) {
            next.begun.tryEmitEmpty();
        }
    }

    private synchronized @Nullable Turn next() {
        var next = waiting.poll();
        if (next == null) {
            free++;
        }
        return next;
    }

    private synchronized boolean forget(Turn turn) {
        return waiting.remove(turn);
    }

    /** One write's turn. It ends once: who is cancelled just when it gets the turn both gives it up and ends it. */
    private final class Turn {

        private final Sinks.Empty<Void> begun = Sinks.empty();
        private final AtomicBoolean over = new AtomicBoolean();

        void giveUp() {
            if (!forget(this)) {
                finish();
            }
        }

        Mono<Void> end() {
            return Mono.fromRunnable(this::finish);
        }

        private void finish() {
            if (over.compareAndSet(false, true)) {
                release();
            }
        }
    }
}
