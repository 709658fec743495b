package org.tertulia.auth.keys;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Up when there is a key to sign with; an instance without one is not ready. */
@Component
class SigningKeysHealthIndicator implements ReactiveHealthIndicator {

    private final SigningKeys keys;

    SigningKeysHealthIndicator(SigningKeys keys) {
        this.keys = keys;
    }

    @Override
    public Mono<Health> health() {
        return keys.signing()
                .map(key -> Health.up().withDetail("kid", key.getKeyID()).build())
                .onErrorResume(error -> Mono.just(Health.down(error).build()));
    }
}
