package org.tertulia.auth.sessions;

import java.time.Duration;
import org.tertulia.auth.account.AccountFixtures;
import org.tertulia.auth.account.Accounts;
import org.tertulia.auth.account.AccountsOnPostgres;
import org.tertulia.starter.id.TimeOrderedIds;
import org.tertulia.starter.id.UserId;
import org.tertulia.test.MutableClock;
import org.tertulia.test.PostgresExtension;
import org.tertulia.test.RecordingOutbox;
import reactor.core.publisher.Mono;

/** The sessions of a test's database, at a time the test decides. */
final class SessionsOnPostgres {

    static final Duration PATIENCE = Duration.ofSeconds(10);
    static final Duration IDLE = Duration.ofDays(30);
    static final Duration GRACE = Duration.ofSeconds(10);
    static final int MOST = 3;

    final MutableClock clock = MutableClock.atNoon();
    final RecordingOutbox outbox = new RecordingOutbox();
    final SessionRepository rows;
    final RefreshTokenRepository tokenRows;
    final SessionProperties properties =
            new SessionProperties(IDLE, GRACE, MOST, Duration.ofMinutes(15), 2);
    final SessionRevocation revocation;
    final Sessions sessions;

    private final PostgresExtension postgres;
    private final Accounts accounts;

    SessionsOnPostgres(PostgresExtension postgres) {
        this.postgres = postgres;
        accounts = AccountsOnPostgres.of(postgres, outbox);
        rows = new SessionRepository(postgres.databaseClient());
        tokenRows = new RefreshTokenRepository(postgres.databaseClient());
        revocation =
                new SessionRevocation(
                        rows, accounts, outbox, postgres.transactions(), properties, clock);
        sessions =
                new Sessions(
                        rows, tokenRows, revocation, properties, new TimeOrderedIds(clock), clock);
    }

    UserId person(String handle) {
        var credentials = AccountFixtures.credentials(handle);
        accounts.add(credentials).as(postgres.transactions()::transactional).block(PATIENCE);
        return credentials.account().id();
    }

    OpenSession open(UserId person) {
        return block(
                sessions.open(person, new Device("A device", "192.0.2.1"))
                        .as(postgres.transactions()::transactional));
    }

    OpenSession refresh(RefreshToken token) {
        return block(sessions.refresh(token, "192.0.2.2"));
    }

    boolean isOpen(OpenSession session) {
        return block(sessions.isOpen(session.userId(), session.id()));
    }

    static <T> T block(Mono<T> mono) {
        var value = mono.block(PATIENCE);
        if (value == null) {
            throw new AssertionError("Empty");
        }
        return value;
    }
}
