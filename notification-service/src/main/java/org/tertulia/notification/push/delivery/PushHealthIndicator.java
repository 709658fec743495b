package org.tertulia.notification.push.delivery;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.stereotype.Component;
import org.tertulia.notification.push.encryption.VapidKeys;
import reactor.core.publisher.Mono;

/**
 * Down without keys. How much waits, and how many messages were given up, is told for who runs the installation: that is the
 * push services' doing more often than ours, and makes no instance unfit.
 */
@Component
final class PushHealthIndicator implements ReactiveHealthIndicator {

    private final VapidKeys keys;
    private final PushRepository pushes;
    private final DeadLetterRepository deadLetters;

    PushHealthIndicator(VapidKeys keys, PushRepository pushes, DeadLetterRepository deadLetters) {
        this.keys = keys;
        this.pushes = pushes;
        this.deadLetters = deadLetters;
    }

    @Override
    public Mono<Health> health() {
        return keys.publicKey()
                .then(Mono.zip(pushes.waiting(), deadLetters.count()))
                .map(
                        counts ->
                                Health.up()
                                        .withDetail("waiting", counts.getT1())
                                        .withDetail("deadLetters", counts.getT2())
                                        .build())
                .onErrorResume(error -> Mono.just(Health.down(error).build()));
    }
}
