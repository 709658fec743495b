package org.tertulia.auth.passwords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tertulia.auth.account.AccountFixtures;
import org.tertulia.auth.account.Accounts;
import org.tertulia.auth.account.AccountsOnPostgres;
import org.tertulia.auth.account.Credentials;
import org.tertulia.test.MutableClock;
import org.tertulia.test.PostgresExtension;
import org.tertulia.test.RecordingOutbox;

class PasswordCheckTest {

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Password RIGHT = Password.presented("tres tristes tigres");
    private static final Password WRONG = Password.presented("three tigers");

    private final PasswordHashing hashing = new PasswordHashing(PasswordFixtures.cheap(1, 8));
    private final Accounts accounts = AccountsOnPostgres.of(postgres, new RecordingOutbox());
    private final PasswordAttempts attempts =
            new PasswordAttempts(
                    new PasswordAttemptRepository(postgres.databaseClient()),
                    PasswordFixtures.cheap(1, 8),
                    MutableClock.atNoon());
    private final PasswordCheck check = new PasswordCheck(accounts, hashing, attempts);

    @BeforeEach
    void onlyAna() {
        postgres.truncate("accounts", "password_attempts");
        add(Objects.requireNonNull(hashing.hash(RIGHT).block(PATIENCE)));
    }

    @AfterEach
    void stop() throws InterruptedException {
        hashing.destroy();
    }

    @Test
    void theRightPasswordOpensTheAccount() {
        var found = Objects.requireNonNull(check.byLogin("ana", RIGHT).block(PATIENCE));
        assertThat(found.account().handle().value()).isEqualTo("ana");
    }

    @Test
    void aWrongPasswordAndAnUnknownLoginEndAlike() {
        var wrong = failure("ana", WRONG);
        var unknown = failure("nobody", RIGHT);

        assertThat(wrong).isInstanceOf(InvalidCredentials.class);
        assertThat(unknown).isInstanceOf(InvalidCredentials.class).hasMessage(message(wrong));
    }

    @Test
    void anUnknownLoginIsThrottledLikeAKnownOne() {
        for (int i = 0; i < PasswordFixtures.MAX_ATTEMPTS; i++) {
            assertThat(failure("ana", WRONG)).isInstanceOf(InvalidCredentials.class);
            assertThat(failure(i == 0 ? "nobody" : "NOBODY", WRONG))
                    .isInstanceOf(InvalidCredentials.class);
        }

        assertThat(failure("ana", RIGHT)).isInstanceOf(TooManyAttempts.class);
        assertThat(failure("Nobody", RIGHT)).isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void handleAndEmailAddressCountTogether() {
        for (int i = 0; i < PasswordFixtures.MAX_ATTEMPTS; i++) {
            assertThat(failure(i % 2 == 0 ? "ana" : "ana@example.org", WRONG))
                    .isInstanceOf(InvalidCredentials.class);
        }

        assertThat(failure("ana@example.org", RIGHT)).isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void whoKnowsThePasswordIsNotThrottledByOwnSuccess() {
        for (int i = 0; i < 2 * PasswordFixtures.MAX_ATTEMPTS; i++) {
            assertThat(check.byLogin("ana", RIGHT).block(PATIENCE)).isNotNull();
        }
    }

    @Test
    void anOutdatedHashIsReplacedOnTheWay() throws InterruptedException {
        var stronger = new PasswordHashing(PasswordFixtures.cheap(1, 8, 2));
        var before = ana();

        new PasswordCheck(accounts, stronger, attempts).byLogin("ana", RIGHT).block(PATIENCE);

        var after = ana();
        stronger.destroy();
        assertThat(after.passwordHash()).contains("t=2").isNotEqualTo(before.passwordHash());
        assertThat(check.byLogin("ana", RIGHT).block(PATIENCE)).isNotNull();
    }

    private Credentials ana() {
        return Objects.requireNonNull(accounts.findByLogin("ana").block(PATIENCE));
    }

    private void add(String hash) {
        accounts.add(Credentials.first(AccountFixtures.account("ana"), hash))
                .as(postgres.transactions()::transactional)
                .block(PATIENCE);
    }

    private @Nullable Throwable failure(String login, Password password) {
        return catchThrowable(() -> check.byLogin(login, password).block(PATIENCE));
    }

    private static @Nullable String message(@Nullable Throwable error) {
        return error == null ? null : error.getMessage();
    }
}
