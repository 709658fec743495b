package org.tertulia.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

class PostgresExtensionIT {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    @Test
    void whatIsRolledBackShouldBeGone() {
        postgres.truncate("boards");
        var insert =
                postgres.databaseClient()
                        .sql("insert into boards (id, last_seq) values (:id, 1)")
                        .bind("id", UUID.randomUUID())
                        .then();

        postgres.transactions()
                .execute(
                        transaction -> insert.then(Mono.fromRunnable(transaction::setRollbackOnly)))
                .blockLast(PATIENCE);
        assertThat(boards()).isZero();

        insert.block(PATIENCE);
        assertThat(boards()).isOne();
    }

    private static long boards() {
        var count =
                postgres.databaseClient()
                        .sql("select count(*) from boards")
                        .mapValue(Long.class)
                        .one()
                        .block(PATIENCE);
        return count == null ? -1 : count;
    }
}
