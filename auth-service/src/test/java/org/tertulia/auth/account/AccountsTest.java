package org.tertulia.auth.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tertulia.auth.account.AccountFixtures.credentials;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tertulia.contracts.account.AccountRegistered;
import org.tertulia.test.PostgresExtension;
import org.tertulia.test.RecordingOutbox;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class AccountsTest {

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int AT_ONCE = 8;

    private final RecordingOutbox outbox = new RecordingOutbox();
    private final Accounts accounts =
            new Accounts(new AccountRepository(postgres.databaseClient()), outbox);

    @BeforeEach
    void noAccounts() {
        postgres.truncate("accounts");
    }

    @Test
    void anAddedAccountIsFoundAsItWas() {
        var ana = credentials("ana");
        add(ana).block(PATIENCE);

        assertThat(accounts.find(ana.account().id()).block(PATIENCE)).isEqualTo(ana);
        assertThat(accounts.findByLogin("ANA").block(PATIENCE)).isEqualTo(ana);
        assertThat(accounts.findByLogin("Ana@Example.org").block(PATIENCE)).isEqualTo(ana);
    }

    @Test
    void unknownLoginsAreNotFound() {
        for (var login :
                List.of("nobody", "", "a\u0000b", "nobody@example.org", "@", "x".repeat(5000))) {
            assertThat(accounts.findByLogin(login).block(PATIENCE)).as(login).isNull();
        }
    }

    @Test
    void anAddedAccountIsAnnouncedOnce() {
        var ana = credentials("ana");
        add(ana).block(PATIENCE);

        assertThat(outbox.events(AccountRegistered.class))
                .containsExactly(
                        new AccountRegistered(
                                ana.account().id().value(),
                                "ana",
                                "Person ana",
                                "es",
                                AccountFixtures.CREATED_AT));
    }

    @Test
    void ofManyThatAskForOneHandleAtOnceOneGetsIt() {
        var outcomes =
                Flux.fromStream(IntStream.range(0, AT_ONCE).boxed())
                        .flatMap(i -> outcome(withEmail(i)), AT_ONCE)
                        .collectList()
                        .block(PATIENCE);

        assertThat(outcomes)
                .hasSize(AT_ONCE)
                .containsOnlyOnce("added")
                .containsOnly("added", "HandleTaken");
        assertThat(outbox.appended()).hasSize(1);
    }

    @Test
    void aTakenEmailAddressIsToldApartFromATakenHandle() {
        add(credentials("ana")).block(PATIENCE);
        var bea = credentials("bea").account();
        var sameEmail =
                new Account(
                        bea.id(),
                        bea.handle(),
                        bea.displayName(),
                        new EmailAddress("ANA@example.org"),
                        null,
                        bea.createdAt());

        assertThat(outcome(Credentials.first(sameEmail, "x")).block(PATIENCE))
                .isEqualTo("EmailTaken");
        assertThatThrownBy(
                        () ->
                                accounts.requireFree(sameEmail.handle(), sameEmail.email())
                                        .block(PATIENCE))
                .isInstanceOf(EmailTaken.class);
        assertThatThrownBy(
                        () -> accounts.requireFree(new Handle("ana"), bea.email()).block(PATIENCE))
                .isInstanceOf(HandleTaken.class);
        accounts.requireFree(bea.handle(), bea.email()).block(PATIENCE);
    }

    @Test
    void aReplacedPasswordIsNoticedByWhoeverKnowsTheOldOne() {
        var before = credentials("ana");
        add(before).block(PATIENCE);

        assertThat(accounts.replacePassword(before, "new").block(PATIENCE)).isTrue();

        assertThat(accounts.replacePassword(before, "newer").block(PATIENCE)).isFalse();
        assertThat(accounts.lockIfUnchanged(before).block(PATIENCE)).isFalse();
    }

    @Test
    void anotherHashOfTheSamePasswordChangesNothingElse() {
        var before = credentials("ana");
        add(before).block(PATIENCE);

        accounts.replaceHash(before, "rehashed").block(PATIENCE);
        accounts.replaceHash(before, "too late").block(PATIENCE);

        assertThat(accounts.lockIfUnchanged(before).block(PATIENCE)).isTrue();
        var now = Objects.requireNonNull(accounts.find(before.account().id()).block(PATIENCE));
        assertThat(now.passwordHash()).isEqualTo("rehashed");
    }

    private Mono<Void> add(Credentials credentials) {
        return accounts.add(credentials).as(postgres.transactions()::transactional);
    }

    private Mono<String> outcome(Credentials credentials) {
        return add(credentials)
                .thenReturn("added")
                .onErrorResume(error -> Mono.just(error.getClass().getSimpleName()));
    }

    private static Credentials withEmail(int i) {
        var account = AccountFixtures.account("ana");
        return Credentials.first(
                new Account(
                        account.id(),
                        account.handle(),
                        account.displayName(),
                        new EmailAddress("ana" + i + "@example.org"),
                        null,
                        account.createdAt()),
                "x");
    }
}
