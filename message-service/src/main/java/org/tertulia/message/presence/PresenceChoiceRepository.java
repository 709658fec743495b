package org.tertulia.message.presence;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** What people have chosen to be shown as; one row each, also when it has ended, for the version. */
@Repository
final class PresenceChoiceRepository {

    private final DatabaseClient database;

    PresenceChoiceRepository(DatabaseClient database) {
        this.database = database;
    }

    /** The stored choice, which gets the next version; the one of {@code choice} does not matter. */
    Mono<PresenceChoice> put(PresenceChoice choice, Instant at) {
        var statement =
                database.sql(
                                """
                                INSERT INTO presences AS p (user_id, version, invisible, chosen_at, text, emoji, until)
                                VALUES ($1, 1, $2, $3, $4, $5, $6)
                                ON CONFLICT (user_id) DO UPDATE
                                SET version = p.version + 1, invisible = excluded.invisible,
                                    chosen_at = excluded.chosen_at, text = excluded.text,
                                    emoji = excluded.emoji, until = excluded.until
                                RETURNING p.*
                                """)
                        .bind(0, choice.userId().value())
                        .bind(1, choice.invisible())
                        .bind(2, at);
        statement = bind(statement, 3, choice.text(), String.class);
        statement = bind(statement, 4, choice.emoji(), String.class);
        return bind(statement, 5, choice.until(), Instant.class)
                .map(row -> choice(choice.userId(), row))
                .one();
    }

    private static <T> DatabaseClient.GenericExecuteSpec bind(
            DatabaseClient.GenericExecuteSpec statement,
            int index,
            @Nullable T value,
            Class<T> type) {
        return value == null ? statement.bindNull(index, type) : statement.bind(index, value);
    }

    /** As it was stored, also when it has ended since. */
    Mono<PresenceChoice> find(UserId userId) {
        return database.sql("SELECT * FROM presences WHERE user_id = $1")
                .bind(0, userId.value())
                .map(row -> choice(userId, row))
                .one()
                .defaultIfEmpty(PresenceChoice.none(userId));
    }

    private static PresenceChoice choice(UserId userId, Readable row) {
        var until = row.get("until", OffsetDateTime.class);
        return new PresenceChoice(
                userId,
                Objects.requireNonNull(row.get("version", Long.class)),
                Objects.requireNonNull(row.get("invisible", Boolean.class)),
                row.get("text", String.class),
                row.get("emoji", String.class),
                until == null ? null : until.toInstant());
    }
}
