package org.tertulia.notification.replica;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The tables {@code authors} and {@code untold_messages}, and what the function {@code hear_messages} does with messages. */
@Repository
final class MessageRepository {

    private final DatabaseClient database;

    MessageRepository(DatabaseClient database) {
        this.database = database;
    }

    /** The positions, from 0, of those of which somebody has to be told; with the others it is done. */
    Mono<Set<Integer>> hear(List<Heard> messages, int kept) {
        return database.sql(
                        "select place from hear_messages($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)")
                .bind(0, column(messages, UUID[]::new, it -> it.chat().value()))
                .bind(1, column(messages, Long[]::new, Heard::seq))
                .bind(2, column(messages, UUID[]::new, it -> it.sender().value()))
                .bind(3, column(messages, Long[]::new, MessageRepository::thread))
                .bind(4, column(messages, Instant[]::new, Heard::at))
                .bind(5, kept)
                .bind(6, column(messages, Boolean[]::new, Heard::everyone))
                .bind(7, column(messages, String[]::new, it -> list(it.called(), UserId::value)))
                .bind(8, column(messages, String[]::new, it -> list(it.answers(), seq -> seq)))
                .bind(9, column(messages, String[]::new, it -> list(it.lookups(), key -> key)))
                .map(row -> get(row, "place", Integer.class) - 1)
                .all()
                .collect(Collectors.toSet());
    }

    private static <T> T[] column(
            List<Heard> messages, IntFunction<T[]> array, Function<Heard, T> part) {
        return messages.stream().map(part).toArray(array);
    }

    private static long thread(Heard message) {
        var thread = message.thread();
        return thread == null ? 0 : thread;
    }

    /** None of them has a space in it. */
    private static <T> String list(Collection<T> values, Function<T, Object> part) {
        return values.stream().map(part).map(Object::toString).collect(Collectors.joining(" "));
    }

    /** The chat of a message that was heard, and of which somebody has to be told yet; else empty. */
    Mono<KnownChat> untold(ChatId chat, long message) {
        return database.sql(
                        """
                        select c.kind = 'private' as is_private, c.handled_seq from untold_messages u
                        join chats c on c.chat_id = u.chat_id where u.chat_id = $1 and u.seq = $2
                        """)
                .bind(0, chat.value())
                .bind(1, message)
                .map(ChatRepository::known)
                .one();
    }

    Mono<Void> told(ChatId chat, long message) {
        return database.sql("delete from untold_messages where chat_id = $1 and seq = $2")
                .bind(0, chat.value())
                .bind(1, message)
                .then();
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
        return database.sql(
                        """
                        with untold as (delete from untold_messages where chat_id = $1)
                        delete from authors where chat_id = $1
                        """)
                .bind(0, chat.value())
                .then();
    }
}
