package org.tertulia.scheduler.once;

import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** The table {@code idempotency_keys}. */
@Repository
final class WishRepository {

    private final DatabaseClient database;

    WishRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Forgets the key if it was last used so long ago. */
    Mono<Void> forget(UserId person, IdempotencyKey key, Instant notAfter) {
        return database.sql(
                        """
                        delete from idempotency_keys
                        where user_id = :person and key = :key and stored_at <= :notAfter
                        """)
                .bind("person", person.value())
                .bind("key", key.value())
                .bind("notAfter", notAfter)
                .then();
    }

    /** Whether the key is new; waits for who stores the same one at this moment. */
    Mono<Boolean> insert(UserId person, IdempotencyKey key, Wish wish, Instant now) {
        return database.sql(
                        """
                        insert into idempotency_keys (user_id, key, fingerprint, made_id, stored_at)
                        values (:person, :key, :fingerprint, :made, :now)
                        on conflict (user_id, key) do nothing
                        """)
                .bind("person", person.value())
                .bind("key", key.value())
                .bind("fingerprint", wish.fingerprint())
                .bind("made", wish.made())
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Wish> find(UserId person, IdempotencyKey key) {
        return database.sql(
                        """
                        select fingerprint, made_id from idempotency_keys
                        where user_id = :person and key = :key
                        """)
                .bind("person", person.value())
                .bind("key", key.value())
                .map(
                        row ->
                                new Wish(
                                        row.get("fingerprint", String.class),
                                        row.get("made_id", UUID.class)))
                .one();
    }
}
