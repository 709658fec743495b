package org.tertulia.message.concurrent;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.Lifecycle;
import reactor.core.publisher.Mono;

/**
 * Work that waits its turn, within a bound, and is done batch after batch in the order in which it came: while one is
 * under way the next gathers. What was taken is done, whether or not somebody still waits for it.
 *
 * <p>From any thread; nobody is made to wait.
 *
 * @param <T> one piece of work, with whom to answer
 */
public abstract class Lane<T> implements Lifecycle {

    private final BoundedQueue<T> waiting;
    private final int batchSize;
    private final AtomicBoolean working = new AtomicBoolean();
    private volatile boolean running;

    /**
     * A lane that takes nothing until it is started.
     *
     * @param capacity pieces that may wait
     * @param batchSize pieces of one batch at most
     */
    protected Lane(int capacity, int batchSize) {
        this.waiting = new BoundedQueue<>(capacity);
        this.batchSize = batchSize;
    }

    /** Does a batch and answers for each piece; completes then, and does not fail. */
    protected abstract Mono<Void> work(List<T> batch);

    /** Takes a piece of work; false when it is full or stopped, and the piece is not going to be done. */
    protected final boolean offer(T piece) {
        if (!running || !waiting.offer(piece)) {
            return false;
        }
        workIfIdle();
        return true;
    }

    private void workIfIdle() {
        if (working.compareAndSet(false, true)) {
            // Repeated by Reactor's own loop, so that batches that end at once do not pile up
            // calls.
            Mono.defer(() -> work(waiting.take(batchSize)))
                    .repeat(() -> !waiting.isEmpty())
                    .doFinally(end -> rest())
                    .subscribe();
        }
    }

    private void rest() {
        working.set(false);
        if (!waiting.isEmpty()) {
            workIfIdle();
        }
    }

    @Override
    public final void start() {
        running = true;
    }

    /** Takes nothing from now on; what waits is still done. */
    @Override
    public final void stop() {
        running = false;
    }

    @Override
    public final boolean isRunning() {
        return running;
    }

    /** Whether everything that came has been done. */
    public final boolean isIdle() {
        return waiting.isEmpty() && !working.get();
    }

    /** Pieces that wait. */
    public final int size() {
        return waiting.size();
    }
}
