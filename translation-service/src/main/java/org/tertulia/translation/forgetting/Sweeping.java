package org.tertulia.translation.forgetting;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.tertulia.translation.store.TranslationStore;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lets go of the notes of what was forgotten, when nothing that was under way then can still be. */
@Component
final class Sweeping implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Sweeping.class);

    private static final Duration EVERY = Duration.ofMinutes(1);

    /** A translation is under way for minutes at most; the rest is for clocks that differ. */
    private static final Duration KEPT_FOR = Duration.ofDays(1);

    /** In one go, so that no statement takes long. */
    private static final int BATCH = 10_000;

    private final TranslationStore translations;
    private final Clock clock;
    private @Nullable Disposable running;

    Sweeping(TranslationStore translations, Clock clock) {
        this.translations = translations;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        running =
                Flux.interval(Duration.ZERO, EVERY)
                        .onBackpressureDrop()
                        .concatMap(_ -> round().onErrorResume(Sweeping::later), 1)
                        .subscribe();
    }

    /** One round; how many notes went. */
    Mono<Long> round() {
        return Mono.defer(() -> translations.sweep(clock.instant().minus(KEPT_FOR), BATCH));
    }

    private static Mono<Long> later(Throwable error) {
        log.warn("Notes were not swept, and will be later: {}", error.toString());
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
