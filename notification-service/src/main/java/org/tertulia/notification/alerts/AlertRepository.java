package org.tertulia.notification.alerts;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import org.tertulia.notification.decisions.AlertId;
import org.tertulia.notification.words.FoldedText;
import org.tertulia.notification.words.Lookup;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** The table {@code alerts}, as their owners see it. */
@Repository
final class AlertRepository {

    private static final String COLUMNS =
            "alert_id, user_id, kind, word, person_id, chat_id, quiet_for, created_at";

    private final DatabaseClient database;

    AlertRepository(DatabaseClient database) {
        this.database = database;
    }

    /** A silence counts from when the alert was made. */
    Mono<Void> insert(Alert alert) {
        var quietFor = alert.quietFor();
        var sql =
                database.sql(
                                """
                                insert into alerts (
                                    alert_id, user_id, kind, created_at, word, folded, person_id, chat_id, quiet_for, check_at, lookup)
                                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
                                """)
                        .bind(0, alert.id().value())
                        .bind(1, alert.owner().value())
                        .bind(2, alert.kind().text())
                        .bind(3, alert.createdAt());
        sql = bind(sql, 4, alert.word(), String.class);
        sql = what(sql, 5, alert);
        sql =
                bind(
                        sql,
                        9,
                        quietFor == null ? null : alert.createdAt().plus(quietFor),
                        Instant.class);
        return bind(sql, 10, lookup(alert), String.class).then();
    }

    private static @Nullable String lookup(Alert alert) {
        var person = alert.person();
        var word = alert.word();
        if (person != null) {
            return Lookup.ofPerson(person.value());
        }
        return word == null ? null : Lookup.ofWord(FoldedText.of(word));
    }

    /** Binds folded, person, chat and quiet_for: what makes it the same as another one. */
    private static GenericExecuteSpec what(GenericExecuteSpec statement, int from, Alert alert) {
        var word = alert.word();
        var person = alert.person();
        var chat = alert.chat();
        var quietFor = alert.quietFor();
        var folded = word == null ? null : FoldedText.of(word).text();
        var sql = bind(statement, from, folded, String.class);
        sql = bind(sql, from + 1, person == null ? null : person.value(), UUID.class);
        sql = bind(sql, from + 2, chat == null ? null : chat.value(), UUID.class);
        return bind(sql, from + 3, quietFor == null ? null : quietFor.toSeconds(), Long.class);
    }

    private static <T> GenericExecuteSpec bind(
            GenericExecuteSpec sql, int index, @Nullable T value, Class<T> type) {
        return value == null ? sql.bindNull(index, type) : sql.bind(index, value);
    }

    /** One of the same owner that waits for the same. */
    Mono<Alert> findSame(Alert alert) {
        var sql =
                database.sql(
                                """
                                select %s from alerts where user_id = $1 and kind = $2
                                    and folded is not distinct from $3
                                    and person_id is not distinct from $4
                                    and chat_id is not distinct from $5
                                    and quiet_for is not distinct from $6
                                """
                                        .formatted(COLUMNS))
                        .bind(0, alert.owner().value())
                        .bind(1, alert.kind().text());
        return what(sql, 2, alert).map(AlertRepository::alert).one();
    }

    Mono<Long> count(UserId owner) {
        return database.sql("select count(*) from alerts where user_id = $1")
                .bind(0, owner.value())
                .mapValue(Long.class)
                .one();
    }

    /** The oldest first; at most {@code limit}. */
    Mono<List<Alert>> findAll(UserId owner, int limit) {
        return database.sql(
                        "select "
                                + COLUMNS
                                + " from alerts where user_id = $1 order by alert_id limit $2")
                .bind(0, owner.value())
                .bind(1, limit)
                .map(AlertRepository::alert)
                .all()
                .collectList();
    }

    private static Alert alert(Readable row) {
        var quietFor = row.get("quiet_for", Long.class);
        return new Alert(
                new AlertId(get(row, "alert_id", UUID.class)),
                new UserId(get(row, "user_id", UUID.class)),
                AlertKind.of(get(row, "kind", String.class)),
                row.get("word", String.class),
                id(row, "person_id", UserId::new),
                id(row, "chat_id", ChatId::new),
                quietFor == null ? null : Duration.ofSeconds(quietFor),
                get(row, "created_at", Instant.class));
    }

    private static <T> @Nullable T id(Readable row, String column, Function<UUID, T> of) {
        var value = row.get(column, UUID.class);
        return value == null ? null : of.apply(value);
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    /** Whether there was such a one of the owner's. */
    Mono<Boolean> delete(UserId owner, AlertId id) {
        return database.sql("delete from alerts where user_id = $1 and alert_id = $2")
                .bind(0, owner.value())
                .bind(1, id.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** Those of one chat; those of all chats stay. */
    Mono<Void> deleteOf(ChatId chat, Collection<UserId> people) {
        return database.sql("delete from alerts where chat_id = $1 and user_id = any($2)")
                .bind(0, chat.value())
                .bind(1, people.stream().map(UserId::value).toArray(UUID[]::new))
                .then();
    }
}
