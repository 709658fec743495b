package org.tertulia.auth.passwords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tertulia.auth.account.AccountFixtures;
import org.tertulia.test.MutableClock;
import org.tertulia.test.PostgresExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class PasswordAttemptsTest {

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final byte[] ANA = PasswordAttempts.subject(null, "ana");
    private static final byte[] BEA = PasswordAttempts.subject(null, "bea");

    private final MutableClock clock = MutableClock.atNoon();
    private final PasswordAttempts attempts =
            new PasswordAttempts(
                    new PasswordAttemptRepository(postgres.databaseClient()),
                    PasswordFixtures.cheap(1, 1),
                    clock);

    @BeforeEach
    void noAttempts() {
        postgres.truncate("password_attempts");
    }

    @Test
    void afterTheLastAllowedAttemptOneIsRefusedUntilTheWindowEnds() {
        tryAll(ANA);
        clock.advance(Duration.ofMinutes(5));

        assertThatThrownBy(() -> begin(ANA))
                .isInstanceOfSatisfying(
                        TooManyAttempts.class,
                        e -> {
                            assertThat(e.type().status().value()).isEqualTo(429);
                            assertThat(e.retryAfter())
                                    .isBetween(
                                            Duration.ofMinutes(10),
                                            Duration.ofMinutes(10).plusSeconds(1));
                        });

        clock.advance(Duration.ofMinutes(10));
        tryAll(ANA);
    }

    @Test
    void oneSubjectDoesNotHinderAnother() {
        tryAll(ANA);

        begin(BEA);
    }

    @Test
    void successForgetsTheFailuresBeforeIt() {
        begin(ANA);
        begin(ANA);
        attempts.succeeded(ANA).block(PATIENCE);

        tryAll(ANA);
    }

    @Test
    void anAttemptThatWasNotMadeDoesNotCount() {
        tryAll(ANA);
        attempts.notMade(ANA).block(PATIENCE);

        begin(ANA);
    }

    @Test
    void ofManyAtOnceNoMoreThanAllowedPass() {
        var passed =
                Flux.range(0, 30)
                        .flatMap(
                                _ ->
                                        attempts.begin(ANA)
                                                .thenReturn(1)
                                                .onErrorResume(
                                                        TooManyAttempts.class, _ -> Mono.just(0)),
                                30)
                        .reduce(0, Integer::sum)
                        .block(PATIENCE);

        assertThat(passed).isEqualTo(PasswordFixtures.MAX_ATTEMPTS);
    }

    @Test
    void anAccountIsOneSubjectHoweverItIsNamed() {
        var ana = AccountFixtures.account("ana");

        assertThat(PasswordAttempts.subject(ana, "ana"))
                .isEqualTo(PasswordAttempts.subject(ana, "a@b.c"));
        assertThat(PasswordAttempts.subject(ana, "ana")).isNotEqualTo(ANA);
    }

    @Test
    void endedWindowsAreDeleted() {
        begin(ANA);
        clock.advance(Duration.ofMinutes(10));
        begin(BEA);
        clock.advance(Duration.ofMinutes(6));

        attempts.purge().block(PATIENCE);

        assertThat(
                        postgres.databaseClient()
                                .sql("select subject from password_attempts")
                                .map(row -> row.get("subject", byte[].class))
                                .all()
                                .collectList()
                                .block(PATIENCE))
                .containsExactly(BEA);
    }

    private void tryAll(byte[] subject) {
        for (int i = 0; i < PasswordFixtures.MAX_ATTEMPTS; i++) {
            begin(subject);
        }
    }

    private void begin(byte[] subject) {
        attempts.begin(subject).block(PATIENCE);
    }
}
