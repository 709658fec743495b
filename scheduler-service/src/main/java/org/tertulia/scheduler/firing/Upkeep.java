package org.tertulia.scheduler.firing;

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

/** Deletes what is over, and counts what waits, again and again. What fails is tried in the next round. */
@Component
final class Upkeep implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Upkeep.class);

    /** How long idempotency keys count. */
    private static final Duration KEYS_FOR = Duration.ofHours(24);

    private final UpkeepRepository stored;
    private final FiringMetrics metrics;
    private final UpkeepProperties properties;
    private final Clock clock;
    private @Nullable Disposable running;

    Upkeep(
            UpkeepRepository stored,
            FiringMetrics metrics,
            UpkeepProperties properties,
            Clock clock) {
        this.stored = stored;
        this.metrics = metrics;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        running =
                Flux.interval(Duration.ZERO, properties.every())
                        .onBackpressureDrop()
                        .concatMap(_ -> round().onErrorResume(Upkeep::later), 1)
                        .subscribe();
    }

    /** One round: a batch of each kind, and a count. */
    Mono<Void> round() {
        return Mono.defer(this::deleted).then(Mono.defer(this::counted));
    }

    private Mono<Void> deleted() {
        var now = clock.instant();
        var batch = properties.batch();
        return stored.deleteCompleted(now.minus(properties.completedFor()), batch)
                .then(stored.deleteScheduledMessages(now.minus(properties.sentFor()), batch))
                .then(stored.deleteFirings(now.minus(properties.firedFor()), batch))
                .then(stored.deleteKeys(now.minus(KEYS_FOR), batch))
                .then();
    }

    private Mono<Void> counted() {
        return stored.count(clock.instant(), properties.maxCounted())
                .doOnNext(count -> metrics.counted(count.due(), count.waiting()))
                .then();
    }

    private static Mono<Void> later(Throwable error) {
        log.warn("What is over was not deleted, and will be later: {}", error.toString());
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
