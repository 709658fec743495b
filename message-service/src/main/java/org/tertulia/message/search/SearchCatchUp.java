package org.tertulia.message.search;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Indexes what no entry has led to: what was said before there was an index, and what was lost. */
@Component
final class SearchCatchUp implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SearchCatchUp.class);

    /** How often it looks; the first time at the start. */
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final SearchIndex index;
    private @Nullable Disposable running;

    SearchCatchUp(SearchIndex index) {
        this.index = index;
    }

    @Override
    public synchronized void start() {
        running =
                Flux.interval(Duration.ZERO, EVERY)
                        .onBackpressureDrop()
                        .concatMap(tick -> index.catchUp().onErrorResume(this::later), 1)
                        .subscribe();
    }

    private Mono<Void> later(Throwable error) {
        log.warn("The search index could not catch up, and will try again: {}", error.toString());
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
