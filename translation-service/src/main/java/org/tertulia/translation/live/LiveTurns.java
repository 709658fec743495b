package org.tertulia.translation.live;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.Lifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Does what is wanted in its turn, as far as there is room for it. What comes too late, finds no room or has not ended when
 * this is stopped is not done, and never will be.
 */
final class LiveTurns implements Lifecycle {

    private final LiveQueue queue;
    private final Function<LiveWork, Mono<Void>> doing;
    private final Runnable dropped;
    private final Duration maxAge;
    private final Clock clock;
    private Disposable.@Nullable Composite running;

    /**
     * Stopped at first.
     *
     * @param doing does it; does not fail
     * @param dropped is told of each that is not begun
     */
    LiveTurns(
            LiveProperties properties,
            Function<LiveWork, Mono<Void>> doing,
            Runnable dropped,
            Clock clock) {
        this.queue = new LiveQueue(properties);
        this.doing = doing;
        this.dropped = dropped;
        this.maxAge = properties.maxAge();
        this.clock = clock;
    }

    /** Takes it if there is room. Returns at once. */
    void want(LiveWork work) {
        if (!isRunning() || isLate(work) || !queue.offer(work)) {
            dropped.run();
            return;
        }
        begin();
    }

    /** Late means that its readers have asked by REST. */
    private boolean isLate(LiveWork work) {
        return work.at().plus(maxAge).isBefore(clock.instant());
    }

    private void begin() {
        for (var next = queue.next(); next.isPresent(); next = queue.next()) {
            begin(next.get());
        }
    }

    private synchronized void begin(LiveWork work) {
        if (running == null || isLate(work)) {
            queue.done(work);
            dropped.run();
            return;
        }
        var whole = running;
        var one = Disposables.swap();
        whole.add(one);
        one.update(
                Mono.defer(() -> doing.apply(work))
                        // On another thread: the one that reads events, or has just made room, goes
                        // on.
                        .subscribeOn(Schedulers.parallel())
                        .doFinally(_ -> done(work, whole, one))
                        .subscribe());
    }

    private void done(LiveWork work, Disposable.Composite whole, Disposable one) {
        whole.remove(one);
        queue.done(work);
        begin();
    }

    /** How much waits. */
    int waiting() {
        return queue.size();
    }

    @Override
    public synchronized void start() {
        running = Disposables.composite();
    }

    /** Ends what is under way, and lets go of what waits. */
    @Override
    public synchronized void stop() {
        var whole = running;
        // First: what ends makes room, and nothing may begin in it.
        running = null;
        if (whole != null) {
            whole.dispose();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }
}
