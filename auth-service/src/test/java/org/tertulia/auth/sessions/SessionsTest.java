package org.tertulia.auth.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.tertulia.auth.sessions.SessionsOnPostgres.GRACE;
import static org.tertulia.auth.sessions.SessionsOnPostgres.IDLE;
import static org.tertulia.auth.sessions.SessionsOnPostgres.MOST;
import static org.tertulia.auth.sessions.SessionsOnPostgres.PATIENCE;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tertulia.contracts.account.SessionRevoked;
import org.tertulia.starter.id.SessionId;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.security.Actor;
import org.tertulia.test.PostgresExtension;
import reactor.core.publisher.Flux;

class SessionsTest {

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    private static final int AT_ONCE = 8;

    private final SessionsOnPostgres on = new SessionsOnPostgres(postgres);
    private UserId ana = new UserId(new UUID(0, 0));

    @BeforeEach
    void onlyAna() {
        postgres.truncate("accounts");
        ana = on.person("ana");
        on.outbox.clear();
    }

    @Test
    void everyRefreshGivesTheNextTokenOfTheSameSession() {
        var session = on.open(ana);

        var second = on.refresh(session.refreshToken());
        var third = on.refresh(second.refreshToken());

        assertThat(second.id()).isEqualTo(session.id());
        assertThat(third.id()).isEqualTo(session.id());
        assertThat(third.refreshToken().value()).isNotEqualTo(second.refreshToken().value());
    }

    @Test
    void aRefreshIsSeenInTheListOfSessions() {
        var session = on.open(ana);
        on.clock.advance(Duration.ofMinutes(4));
        on.refresh(session.refreshToken());

        var listed =
                on.rows.findByUser(ana, on.clock.instant().minus(IDLE), MOST).blockFirst(PATIENCE);

        assertThat(Objects.requireNonNull(listed).lastUsedAt()).isEqualTo(on.clock.instant());
        assertThat(listed.createdAt()).isEqualTo(on.clock.instant().minus(Duration.ofMinutes(4)));
        assertThat(listed.address()).isEqualTo("192.0.2.2");
    }

    @Test
    void aRotatedTokenUsedAgainRevokesTheSessionAndAnnouncesIt() {
        var session = on.open(ana);
        var next = on.refresh(session.refreshToken());
        on.clock.advance(GRACE);

        assertThatThrownBy(() -> on.refresh(session.refreshToken()))
                .isInstanceOf(RefreshTokenReused.class);

        assertThat(on.isOpen(session)).isFalse();
        assertThatThrownBy(() -> on.refresh(next.refreshToken()))
                .isInstanceOf(RefreshTokenInvalid.class);
        assertThat(on.outbox.events(SessionRevoked.class))
                .containsExactly(
                        new SessionRevoked(
                                ana.value(),
                                session.id().value(),
                                "refresh-token-reused",
                                on.clock.instant()));
    }

    @Test
    void aRepeatWithinTheGraceIsAnsweredWithASibling() {
        var session = on.open(ana);
        var first = on.refresh(session.refreshToken());
        on.clock.advance(GRACE.minusMillis(1));

        var sibling = on.refresh(session.refreshToken());

        assertThat(sibling.id()).isEqualTo(first.id());
        assertThat(sibling.refreshToken().value()).isNotEqualTo(first.refreshToken().value());
        assertThat(on.outbox.appended()).isEmpty();
    }

    @Test
    void aSiblingIsUsedUpTogetherWithTheOther() {
        var session = on.open(ana);
        var first = on.refresh(session.refreshToken());
        var sibling = on.refresh(session.refreshToken());
        on.clock.advance(Duration.ofMinutes(4));
        on.refresh(first.refreshToken());
        on.clock.advance(GRACE);

        assertThatThrownBy(() -> on.refresh(sibling.refreshToken()))
                .isInstanceOf(RefreshTokenReused.class);
        assertThat(on.isOpen(session)).isFalse();
    }

    @Test
    void aTokenTwoGenerationsBackIsReusedEvenWithinTheGrace() {
        var session = on.open(ana);
        on.refresh(on.refresh(session.refreshToken()).refreshToken());

        assertThatThrownBy(() -> on.refresh(session.refreshToken()))
                .isInstanceOf(RefreshTokenReused.class);
    }

    @Test
    void theGraceIsNotProlongedByRepeats() {
        var session = on.open(ana);
        on.refresh(session.refreshToken());
        on.clock.advance(Duration.ofSeconds(6));
        on.refresh(session.refreshToken());
        on.clock.advance(Duration.ofSeconds(6));

        assertThatThrownBy(() -> on.refresh(session.refreshToken()))
                .isInstanceOf(RefreshTokenReused.class);
    }

    @Test
    void manyThatRefreshWithOneTokenAtOnceAllStayLoggedIn() {
        var session = on.open(ana);

        var refreshed =
                Flux.range(0, AT_ONCE)
                        .flatMap(_ -> on.sessions.refresh(session.refreshToken(), null), AT_ONCE)
                        .collectList()
                        .block(PATIENCE);

        assertThat(refreshed).hasSize(AT_ONCE).allMatch(each -> each.id().equals(session.id()));
        assertThat(refreshed)
                .extracting(each -> each.refreshToken().value())
                .doesNotHaveDuplicates();
        assertThat(generation(session)).isEqualTo(1);
        assertThat(on.outbox.appended()).isEmpty();
    }

    @Test
    void manyThatReuseOneTokenAtOnceRevokeItsSessionOnce() {
        var session = on.open(ana);
        on.refresh(session.refreshToken());
        on.clock.advance(GRACE);

        Flux.range(0, AT_ONCE)
                .flatMap(
                        _ -> on.sessions.refresh(session.refreshToken(), null).onErrorComplete(),
                        AT_ONCE)
                .blockLast(PATIENCE);

        assertThat(on.outbox.events(SessionRevoked.class)).hasSize(1);
    }

    @Test
    void anUnknownTokenRevokesNothing() {
        var session = on.open(ana);

        assertThatThrownBy(() -> on.refresh(RefreshToken.random()))
                .isInstanceOf(RefreshTokenInvalid.class);
        assertThat(on.isOpen(session)).isTrue();
    }

    @Test
    void aSessionIsOverWhenItWasIdleTooLong() {
        var session = on.open(ana);
        on.clock.advance(IDLE.minusSeconds(1));
        var next = on.refresh(session.refreshToken());
        on.clock.advance(IDLE);

        assertThat(on.isOpen(session)).isFalse();
        assertThatThrownBy(() -> on.refresh(next.refreshToken()))
                .isInstanceOf(RefreshTokenInvalid.class);
    }

    @Test
    void aSessionIsOnesOwn() {
        var bea = on.person("bea");
        var session = on.open(ana);

        assertThat(on.sessions.isOpen(bea, session.id()).block(PATIENCE)).isFalse();
        assertThatThrownBy(
                        () ->
                                on.revocation
                                        .revoke(
                                                new Actor(
                                                        bea,
                                                        new SessionId(UUID.randomUUID()),
                                                        "bea"),
                                                session.id(),
                                                RevocationReason.REVOKED)
                                        .block(PATIENCE))
                .isInstanceOf(SessionNotFound.class);
        assertThat(on.isOpen(session)).isTrue();
    }

    @Test
    void revokingTheOthersKeepsTheCurrentSession() {
        var one = on.open(ana);
        var two = on.open(ana);
        var beas = on.open(on.person("bea"));
        on.outbox.clear();

        on.revocation
                .revokeOthers(new Actor(ana, two.id(), "ana"), RevocationReason.PASSWORD_CHANGED)
                .block(PATIENCE);

        assertThat(on.isOpen(one)).isFalse();
        assertThat(on.isOpen(two)).isTrue();
        assertThat(on.isOpen(beas)).isTrue();
        assertThat(on.outbox.events(SessionRevoked.class))
                .extracting(SessionRevoked::sessionId, SessionRevoked::reason)
                .containsExactly(tuple(one.id().value(), "password-changed"));
    }

    @Test
    void oneSessionTooManyEndsTheOneIdleLongest() {
        var oldest = on.open(ana);
        for (int i = 0; i < MOST; i++) {
            on.clock.advance(Duration.ofMinutes(1));
            on.open(ana);
        }

        assertThat(on.isOpen(oldest)).isFalse();
        assertThat(
                        on.rows
                                .findByUser(ana, on.clock.instant().minus(IDLE), 100)
                                .count()
                                .block(PATIENCE))
                .isEqualTo(MOST);
        assertThat(on.outbox.events(SessionRevoked.class))
                .extracting(SessionRevoked::sessionId)
                .containsExactly(oldest.id().value());
    }

    private static int generation(OpenSession session) {
        return SessionsOnPostgres.block(
                postgres.databaseClient()
                        .sql("select generation from sessions where id = :id")
                        .bind("id", session.id().value())
                        .map(row -> row.get("generation", Integer.class))
                        .one());
    }
}
