package org.tertulia.message.changing;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.Lifecycle;
import org.tertulia.message.concurrent.BoundedQueue;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Schedulers;

/**
 * Does what comes one after the other, in the order of the subscriptions. What has come is done, whether or not
 * somebody still waits for it; an outcome that takes too long is unknown, and the next begins.
 */
final class ChangeLane implements Lifecycle {

    private final ChangingProperties properties;

    /** Bounded: a change that finds it full is refused before anything was done. */
    private final BoundedQueue<Waiting> waiting;

    private final AtomicBoolean working = new AtomicBoolean();
    private volatile boolean running;

    ChangeLane(ChangingProperties properties) {
        this.properties = properties;
        this.waiting = new BoundedQueue<>(properties.queueCapacity());
    }

    /** The outcome of {@code work}. Fails with service-unavailable when too much waits. */
    Mono<ChangeOutcome> inTurn(Mono<ChangeOutcome> work) {
        return Mono.create(
                sink -> {
                    if (running && waiting.offer(new Waiting(work, sink))) {
                        workIfIdle();
                    } else {
                        sink.error(busy());
                    }
                });
    }

    @Override
    public void start() {
        running = true;
    }

    /** Refuses what comes from now on; what waits is still done. */
    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Whether everything that came has been answered. */
    boolean isIdle() {
        return waiting.isEmpty() && !working.get();
    }

    /** Changes that wait for their turn. */
    int size() {
        return waiting.size();
    }

    private void workIfIdle() {
        if (working.compareAndSet(false, true)) {
            next(waiting.take(1));
        }
    }

    private void next(List<Waiting> first) {
        if (first.isEmpty()) {
            working.set(false);
            if (!waiting.isEmpty()) {
                workIfIdle();
            }
            return;
        }
        var turn = first.getFirst();
        // On another thread, so that what ends at once does not pile up calls of this method.
        turn.work()
                .timeout(properties.commitTimeout())
                .subscribeOn(Schedulers.parallel())
                .doFinally(end -> next(waiting.take(1)))
                .subscribe(turn.sink()::success, turn.sink()::error);
    }

    /** A change in the lane, and who waits for its outcome. */
    private record Waiting(Mono<ChangeOutcome> work, MonoSink<ChangeOutcome> sink) {}

    private ProblemException busy() {
        return new ProblemException(
                        ProblemTypes.SERVICE_UNAVAILABLE, "Too many changes at once; try again.")
                .retryAfter(properties.retryAfter());
    }
}
