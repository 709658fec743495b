package org.tertulia.media.store;

import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Up when the store answers; asking makes the bucket when it is missing. */
@Component
class StoreHealthIndicator implements ReactiveHealthIndicator {

    /** Readiness is asked every second or so, by several. */
    private static final Duration KEEP = Duration.ofSeconds(1);

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Mono<Health> health;

    StoreHealthIndicator(ObjectStore store) {
        this.health =
                store.check()
                        .timeout(PATIENCE)
                        .thenReturn(Health.up().build())
                        .onErrorResume(error -> Mono.just(Health.down(error).build()))
                        .cache(KEEP);
    }

    @Override
    public Mono<Health> health() {
        return health;
    }
}
