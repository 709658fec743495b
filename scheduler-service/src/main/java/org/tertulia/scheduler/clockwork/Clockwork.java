package org.tertulia.scheduler.clockwork;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/**
 * Fires what is due, batch by batch, and sleeps until the next is; each kind of work for itself. Every instance runs one, and
 * they share the work: what one is at, the others pass over. It never sleeps long, since nobody tells it of what was stored by
 * other instances, or left by one that died.
 */
@Component
final class Clockwork implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Clockwork.class);

    private final List<DueWork> works;
    private final WakeUps wakeUps;
    private final FiringProperties properties;
    private @Nullable Disposable running;

    Clockwork(List<DueWork> works, WakeUps wakeUps, FiringProperties properties) {
        this.works = List.copyOf(works);
        this.wakeUps = wakeUps;
        this.properties = properties;
    }

    @Override
    public synchronized void start() {
        running = Disposables.composite(works.stream().map(this::run).toList());
    }

    private Disposable run(DueWork work) {
        return Mono.defer(() -> round(work))
                .onErrorResume(error -> pause(work, error))
                .repeat()
                .subscribe();
    }

    private Mono<Void> round(DueWork work) {
        var seen = wakeUps.count();
        return work.fireBatch().filter(more -> !more).flatMap(_ -> sleep(work, seen));
    }

    private Mono<Void> sleep(DueWork work, long seen) {
        return work.untilNext()
                .defaultIfEmpty(properties.maxSleep())
                .map(this::bounded)
                .flatMap(
                        time -> Mono.firstWithSignal(Mono.delay(time).then(), wakeUps.after(seen)));
    }

    private Duration bounded(Duration time) {
        if (time.compareTo(properties.minSleep()) < 0) {
            return properties.minSleep();
        }
        return time.compareTo(properties.maxSleep()) > 0 ? properties.maxSleep() : time;
    }

    private Mono<Void> pause(DueWork work, Throwable error) {
        log.warn("No {} fire for the moment: {}", work.name(), error.toString());
        return Mono.delay(properties.pause()).then();
    }

    @Override
    public synchronized void stop() {
        if (running != null) {
            running.dispose();
            running = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }
}
