package org.tertulia.scheduler.feed;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** The table {@code calendar_feeds}: one of each person at most. */
@Repository
final class FeedRepository {

    private final DatabaseClient database;

    FeedRepository(DatabaseClient database) {
        this.database = database;
    }

    /** The one before is not known any more. */
    Mono<Void> put(UserId owner, FeedToken token, Instant now) {
        return database.sql(
                        """
                        insert into calendar_feeds (user_id, token_hash, created_at) values (:owner, :hash, :now)
                        on conflict (user_id) do update
                        set token_hash = excluded.token_hash, created_at = excluded.created_at
                        """)
                .bind("owner", owner.value())
                .bind("hash", token.hash())
                .bind("now", now)
                .then();
    }

    /** When the person's was made; empty when they have none. */
    Mono<Instant> createdAt(UserId owner) {
        return database.sql("select created_at from calendar_feeds where user_id = :owner")
                .bind("owner", owner.value())
                .map(row -> Objects.requireNonNull(row.get("created_at", Instant.class)))
                .one();
    }

    /** Whose it is; empty when it is nobody's. */
    Mono<UserId> owner(FeedToken token) {
        return database.sql("select user_id from calendar_feeds where token_hash = :hash")
                .bind("hash", token.hash())
                .map(row -> new UserId(Objects.requireNonNull(row.get("user_id", UUID.class))))
                .one();
    }

    Mono<Void> remove(UserId owner) {
        return database.sql("delete from calendar_feeds where user_id = :owner")
                .bind("owner", owner.value())
                .then();
    }
}
