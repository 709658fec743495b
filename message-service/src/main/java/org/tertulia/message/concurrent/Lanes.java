package org.tertulia.message.concurrent;

import java.time.Duration;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.tertulia.message.config.ServicePhases;
import reactor.core.publisher.Flux;

/**
 * Lanes side by side. What has the same key always takes the same one, and so keeps its order. They stop before the
 * web server does, and after the connections have been told.
 */
public abstract class Lanes<L extends Lane<?>> implements SmartLifecycle {

    private static final Duration STOP_POLL = Duration.ofMillis(20);
    private static final int STOP_POLLS = 100;

    private final List<L> lanes;

    /** Of these lanes, at least one. */
    protected Lanes(List<L> lanes) {
        this.lanes = lanes;
    }

    /** The lane for all that has this key. */
    protected final L of(Object key) {
        return lanes.get(Math.floorMod(key.hashCode(), lanes.size()));
    }

    /** Pieces of work that wait in all of them. */
    protected final int size() {
        return lanes.stream().mapToInt(Lane::size).sum();
    }

    @Override
    public final void start() {
        lanes.forEach(Lane::start);
    }

    @Override
    public final void stop() {
        lanes.forEach(Lane::stop);
    }

    /** Waits for what is under way, within a bound. */
    @Override
    public final void stop(Runnable stopped) {
        stop();
        Flux.interval(Duration.ZERO, STOP_POLL)
                .take(STOP_POLLS)
                .takeUntil(poll -> lanes.stream().allMatch(Lane::isIdle))
                .doFinally(end -> stopped.run())
                .subscribe();
    }

    @Override
    public final boolean isRunning() {
        return lanes.stream().anyMatch(Lane::isRunning);
    }

    @Override
    public final int getPhase() {
        return ServicePhases.POSTING;
    }
}
