package org.tertulia.translation.engine.http;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Asks the servers which languages they have: every minute those that have not said, every ten minutes all. What was learned
 * once is used while they are away.
 */
@Component
final class PairsLearning implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PairsLearning.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final int ALL_EVERY = 10;

    private final List<ServerEngine> engines;
    private @Nullable Disposable rounds;

    PairsLearning(List<ServerEngine> engines) {
        this.engines = engines;
    }

    @Override
    public synchronized void start() {
        rounds =
                Flux.interval(Duration.ZERO, EVERY)
                        .onBackpressureDrop()
                        .concatMap(this::round, 1)
                        .subscribe();
    }

    /** At once, so that one that hangs does not keep the others from being known. */
    private Mono<Void> round(long number) {
        return Flux.fromIterable(engines)
                .filter(engine -> number % ALL_EVERY == 0 || engine.pairs().isEmpty())
                .flatMap(this::learn, Math.max(1, engines.size()))
                .then();
    }

    private Mono<Void> learn(ServerEngine engine) {
        return engine.learnPairs()
                .onErrorResume(
                        error -> {
                            log.warn(
                                    "{} does not say what it translates: {}",
                                    engine.name(),
                                    error.getMessage());
                            return Mono.empty();
                        });
    }

    @Override
    public synchronized void stop() {
        if (rounds != null) {
            rounds.dispose();
            rounds = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return rounds != null;
    }
}
