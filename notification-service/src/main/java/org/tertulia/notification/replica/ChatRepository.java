package org.tertulia.notification.replica;

import io.r2dbc.spi.Readable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import org.tertulia.starter.id.ChatId;
import reactor.core.publisher.Mono;

/** The table {@code chats}. */
@Repository
final class ChatRepository {

    private final DatabaseClient database;

    ChatRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<KnownChat> find(ChatId chat) {
        return database.sql(
                        "select kind = 'private' as is_private, handled_seq from chats where chat_id = $1")
                .bind(0, chat.value())
                .map(ChatRepository::known)
                .one();
    }

    static KnownChat known(Readable row) {
        return new KnownChat(
                Objects.requireNonNull(row.get("is_private", Boolean.class)),
                Objects.requireNonNull(row.get("handled_seq", Long.class)));
    }

    Mono<Void> open(ChatId chat, String kind, @Nullable String title) {
        var sql =
                database.sql(
                                """
                                insert into chats (chat_id, kind, handled_seq, title) values ($1, $2, 0, $3)
                                on conflict (chat_id) do update set kind = excluded.kind, title = excluded.title
                                """)
                        .bind(0, chat.value())
                        .bind(1, kind);
        return titled(sql, title).then();
    }

    /** Of a chat whose beginning is not known too. */
    Mono<Void> retitle(ChatId chat, @Nullable String title) {
        var sql =
                database.sql(
                                """
                                insert into chats (chat_id, kind, handled_seq, title) values ($1, $2, 0, $3)
                                on conflict (chat_id) do update set title = excluded.title
                                """)
                        .bind(0, chat.value())
                        .bind(1, "group");
        return titled(sql, title).then();
    }

    private static GenericExecuteSpec titled(GenericExecuteSpec sql, @Nullable String title) {
        return title == null ? sql.bindNull(2, String.class) : sql.bind(2, title);
    }

    /** The kind of a chat whose beginning is not known is not private: no chat of two is opened later. */
    Mono<Void> handled(ChatId chat, long seq) {
        return database.sql(
                        """
                        insert into chats (chat_id, kind, handled_seq) values ($1, 'group', $2)
                        on conflict (chat_id) do update set handled_seq = excluded.handled_seq
                        where chats.handled_seq < excluded.handled_seq
                        """)
                .bind(0, chat.value())
                .bind(1, seq)
                .then();
    }
}
