package org.tertulia.notification.mail;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Down when the mail server took nothing several times in a row; unknown when there is none. It is no part of readiness:
 * mails wait, and everything else goes on.
 */
@Component
final class MailHealthIndicator implements ReactiveHealthIndicator {

    /** Guessed: one or two may be the mail's own fault. */
    private static final int BAD = 3;

    private final Postman postman;
    private final MailMetrics metrics;

    MailHealthIndicator(Postman postman, MailMetrics metrics) {
        this.postman = postman;
        this.metrics = metrics;
    }

    @Override
    public Mono<Health> health() {
        return Mono.fromSupplier(this::now);
    }

    private Health now() {
        if (!postman.isConfigured()) {
            return Health.unknown().build();
        }
        var failures = metrics.failuresInARow();
        return (failures < BAD ? Health.up() : Health.down())
                .withDetail("failuresInARow", failures)
                .build();
    }
}
