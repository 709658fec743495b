package org.tertulia.auth.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tertulia.auth.sessions.SessionsOnPostgres.IDLE;
import static org.tertulia.auth.sessions.SessionsOnPostgres.PATIENCE;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tertulia.test.PostgresExtension;

class ExpiredSessionPurgeTest {

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    private final SessionsOnPostgres on = new SessionsOnPostgres(postgres);
    private final ExpiredSessionPurge purge =
            new ExpiredSessionPurge(on.rows, on.tokenRows, on.properties, on.clock);

    @BeforeEach
    void nobody() {
        postgres.truncate("accounts");
    }

    @Test
    void idleSessionsAreDeletedHoweverManyBatchesThatTakes() {
        for (int i = 0; i < 5; i++) {
            on.open(on.person("person" + i));
        }
        on.clock.advance(Duration.ofDays(1));
        var used = on.open(on.person("ana"));
        on.clock.advance(IDLE.minusHours(1));

        purge.purge().block(PATIENCE);

        assertThat(count("sessions")).isEqualTo(1);
        assertThat(count("refresh_tokens")).isEqualTo(1);
        assertThat(on.isOpen(used)).isTrue();
    }

    @Test
    void usedUpTokensAreForgottenWhenTheyWouldHaveExpired() {
        var session = on.open(on.person("ana"));
        for (int i = 0; i < 5; i++) {
            session = on.refresh(session.refreshToken());
        }
        on.clock.advance(IDLE.minusDays(1));
        session = on.refresh(session.refreshToken());
        on.clock.advance(Duration.ofDays(2));

        purge.purge().block(PATIENCE);

        assertThat(count("refresh_tokens")).isEqualTo(1);
        on.refresh(session.refreshToken());
    }

    @Test
    void nothingToDoIsFine() {
        purge.purge().block(PATIENCE);

        assertThat(count("sessions")).isZero();
    }

    private static long count(String table) {
        return SessionsOnPostgres.block(
                postgres.databaseClient()
                        .sql("select count(*) as n from " + table)
                        .map(row -> row.get("n", Long.class))
                        .one());
    }
}
