package org.tertulia.message.previews;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Forgets previews that are out of date, and the oldest of those that are too many. Between two sweeps there may be
 * more: as many as can be fetched in that time. Instances may sweep at the same time.
 */
@Component
final class PreviewSweeper implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PreviewSweeper.class);

    private static final Duration EVERY = Duration.ofMinutes(10);

    /** Rows of one statement. */
    static final int BATCH = 1_000;

    private final PreviewRepository repository;
    private final Clock clock;
    private final PreviewProperties properties;
    private @Nullable Disposable running;

    PreviewSweeper(PreviewRepository repository, Clock clock, PreviewProperties properties) {
        this.repository = repository;
        this.clock = clock;
        this.properties = properties;
    }

    @Override
    public synchronized void start() {
        running =
                Flux.interval(EVERY)
                        .onBackpressureDrop()
                        .concatMap(tick -> sweep().onErrorResume(this::later), 1)
                        .subscribe();
    }

    /** Completes when there are none left of either. */
    Mono<Void> sweep() {
        return untilDone(Mono.defer(() -> repository.deleteExpired(clock.instant(), BATCH)))
                .then(untilDone(repository.deleteBeyond(properties.maxKept(), BATCH)));
    }

    private static Mono<Void> untilDone(Mono<Long> batch) {
        return batch.repeat().takeUntil(deleted -> deleted < BATCH).then();
    }

    private Mono<Void> later(Throwable error) {
        log.warn("Previews were not swept, and will be later: {}", error.toString());
        return Mono.empty();
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
