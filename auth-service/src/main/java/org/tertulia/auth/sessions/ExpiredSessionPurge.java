package org.tertulia.auth.sessions;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Deletes sessions that nobody used for their idle lifetime, and refresh tokens as old as that, which
 * are good for nothing and no longer worth recognising. Runs on every instance; rows another instance
 * is deleting are skipped. One run deletes a bounded number of rows; what is left waits for the next.
 */
@Component
class ExpiredSessionPurge {

    private static final int MAX_BATCHES = 50;

    private final SessionRepository sessions;
    private final RefreshTokenRepository tokens;
    private final SessionProperties properties;
    private final Clock clock;

    ExpiredSessionPurge(
            SessionRepository sessions,
            RefreshTokenRepository tokens,
            SessionProperties properties,
            Clock clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${tertulia.auth.sessions.purge-every:15m}",
            fixedDelayString = "${tertulia.auth.sessions.purge-every:15m}")
    Mono<Void> purge() {
        var before = clock.instant().minus(properties.idleLifetime());
        return inBatches(() -> sessions.deleteIdle(before, properties.purgeBatch()))
                .then(inBatches(() -> oldTokens(before)));
    }

    private Mono<Long> oldTokens(Instant before) {
        return tokens.deleteIssuedBefore(before, properties.purgeBatch());
    }

    private Mono<Void> inBatches(Supplier<Mono<Long>> deletion) {
        return Mono.defer(deletion)
                .repeat(MAX_BATCHES - 1)
                .takeUntil(deleted -> deleted < properties.purgeBatch())
                .then();
    }
}
