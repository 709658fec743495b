package org.tertulia.notification.replica;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table {@code authors}, and what the functions {@code hear_message} and {@code note_message} do with messages. */
@Repository
final class MessageRepository {

    private final DatabaseClient database;

    MessageRepository(DatabaseClient database) {
        this.database = database;
    }

    /** The chat of a message of which somebody may have to be told; empty when it is dealt with. */
    Mono<KnownChat> hear(Heard message, int kept) {
        return placed(
                        "select is_private from hear_message($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                        message,
                        kept)
                .bind(6, message.everyone())
                .bind(7, message.called().stream().map(UserId::value).toArray(UUID[]::new))
                .bind(8, message.answers().toArray(Long[]::new))
                .bind(9, message.lookups().toArray(String[]::new))
                .map(row -> new KnownChat(get(row, "is_private", Boolean.class), 0))
                .one();
    }

    Mono<Void> note(Heard message, int kept) {
        return placed("select note_message($1, $2, $3, $4, $5, $6)", message, kept).then();
    }

    private GenericExecuteSpec placed(String call, Heard message, int kept) {
        var thread = message.thread();
        var sql =
                database.sql(call)
                        .bind(0, message.chat().value())
                        .bind(1, message.seq())
                        .bind(2, message.sender().value())
                        .bind(4, message.at())
                        .bind(5, kept);
        return thread == null ? sql.bindNull(3, Long.class) : sql.bind(3, thread);
    }

    /** Of those of these messages that are known. */
    Flux<Author> authors(ChatId chat, Collection<Long> seqs) {
        return database.sql(
                        "select user_id, thread from authors where chat_id = $1 and seq = any($2)")
                .bind(0, chat.value())
                .bind(1, seqs.toArray(Long[]::new))
                .map(
                        row ->
                                new Author(
                                        new UserId(get(row, "user_id", UUID.class)),
                                        row.get("thread", Long.class)))
                .all();
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    Mono<Void> forget(ChatId chat, long message) {
        return database.sql("delete from authors where chat_id = $1 and seq = $2")
                .bind(0, chat.value())
                .bind(1, message)
                .then();
    }

    Mono<Void> forgetAll(ChatId chat) {
        return database.sql("delete from authors where chat_id = $1").bind(0, chat.value()).then();
    }
}
