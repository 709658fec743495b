package org.tertulia.notification.push.delivery;

import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The table {@code push_dead_letters}. */
@Repository
final class DeadLetterRepository {

    /** The newest ones that are kept. */
    static final int KEPT = 1_000;

    private final DatabaseClient database;

    DeadLetterRepository(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Notes what could not be handed over, and forgets what is older than the newest {@link #KEPT}.
     *
     * @param host of the push service; the rest of an endpoint is a secret
     */
    Mono<Void> insert(UUID id, Push push, String host, String reason, Instant now) {
        return database.sql(
                        """
                        insert into push_dead_letters (
                            dead_letter_id, subscription_id, user_id, host, reason, attempts, at, died_at)
                        values ($1, $2, $3, $4, $5, $6, $7, $8)
                        """)
                .bind(0, id)
                .bind(1, push.place().subscription())
                .bind(2, push.receiver().person().value())
                .bind(3, host)
                .bind(4, reason)
                .bind(5, push.attempts())
                .bind(6, push.at())
                .bind(7, now)
                .then()
                .then(forgetOld());
    }

    private Mono<Void> forgetOld() {
        return database.sql(
                        """
                        delete from push_dead_letters where dead_letter_id in (
                            select dead_letter_id from push_dead_letters
                            order by died_at desc, dead_letter_id desc offset $1)
                        """)
                .bind(0, KEPT)
                .then();
    }

    /** How many are kept. */
    Mono<Long> count() {
        return database.sql("select count(*) from push_dead_letters").mapValue(Long.class).one();
    }
}
