package org.tertulia.auth.passwords;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tertulia.auth.account.Account;
import org.tertulia.auth.passwords.PasswordAttemptRepository.Attempts;
import reactor.core.publisher.Mono;

/**
 * Bounds how often a password can be guessed: so many wrong ones for one account within a window, and
 * then it is refused unlooked until the window ends. The count is in the database, so it holds for all
 * instances together. An attempt is counted before its password is hashed and taken off when it was
 * right, so that many at once cannot slip through; more than are allowed at once for one account are
 * refused even when all of them are right.
 *
 * <p>A login that does not exist is counted in the same way, so that being refused tells nothing. The
 * price is that whoever knows a handle can keep its owner from logging in anew for a while; open
 * sessions are not touched.
 */
@Component
class PasswordAttempts {

    private static final int PURGED_AT_ONCE = 10_000;

    private final PasswordAttemptRepository attempts;
    private final PasswordProperties properties;
    private final Clock clock;

    PasswordAttempts(
            PasswordAttemptRepository attempts, PasswordProperties properties, Clock clock) {
        this.attempts = attempts;
        this.properties = properties;
        this.clock = clock;
    }

    /** What attempts are counted by: the account, whichever way it is named, or else the login. */
    static byte[] subject(@Nullable Account account, String login) {
        var text = account == null ? "login:" + login : "account:" + account.id();
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Counts an attempt that is about to be made. Fails with {@link TooManyAttempts}. */
    Mono<Void> begin(byte[] subject) {
        return Mono.defer(
                        () -> {
                            var now = clock.instant();
                            var ends = now.plus(properties.attemptWindow());
                            return attempts.add(subject, now, ends, properties.maxAttempts() + 1);
                        })
                .flatMap(this::refuseIfTooMany);
    }

    /** The password was right: forgets the wrong ones before it. */
    Mono<Void> succeeded(byte[] subject) {
        return attempts.clear(subject);
    }

    /** The password was not looked at after all. */
    Mono<Void> notMade(byte[] subject) {
        return attempts.takeBack(subject);
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    Mono<Void> purge() {
        return Mono.defer(() -> attempts.deleteEnded(clock.instant(), PURGED_AT_ONCE)).then();
    }

    private Mono<Void> refuseIfTooMany(Attempts made) {
        if (made.count() <= properties.maxAttempts()) {
            return Mono.empty();
        }
        var wait =
                Duration.between(clock.instant(), made.windowEnds())
                        .truncatedTo(ChronoUnit.SECONDS);
        return Mono.error(() -> new TooManyAttempts(wait.plusSeconds(1)));
    }
}
