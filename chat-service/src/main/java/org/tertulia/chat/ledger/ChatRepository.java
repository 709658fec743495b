package org.tertulia.chat.ledger;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import org.tertulia.chat.rules.ChatKind;
import org.tertulia.chat.rules.ChatRole;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table {@code chats}. */
@Repository
final class ChatRepository {

    private static final String COLUMNS =
            "c.id, c.kind, c.title, c.description, c.picture_id, c.receipts, c.created_by, c.created_at, c.version, c.member_count";

    private static final String SEEN =
            "select "
                    + COLUMNS
                    + ", m.role as my_role from chats c"
                    + " left join members m on m.chat_id = c.id and m.user_id = :viewer ";

    private final DatabaseClient database;

    ChatRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Takes the chat's turn: waits for other changes of it to end. Empty when there is none. */
    Mono<Chat> lock(ChatId id) {
        return database.sql("select " + COLUMNS + " from chats c where c.id = :id for update")
                .bind("id", id.value())
                .map(ChatRepository::chat)
                .one();
    }

    Mono<SeenChat> find(ChatId id, UserId viewer) {
        return database.sql(SEEN + "where c.id = :id")
                .bind("viewer", viewer.value())
                .bind("id", id.value())
                .map(ChatRepository::seen)
                .one();
    }

    /** In no particular order. */
    Flux<SeenChat> findAll(Collection<ChatId> ids, UserId viewer) {
        return database.sql(SEEN + "where c.id = any(:ids)")
                .bind("viewer", viewer.value())
                .bind("ids", ids.stream().map(ChatId::value).toArray(UUID[]::new))
                .map(ChatRepository::seen)
                .all();
    }

    /** The private chat of the two, as {@code viewer}, one of them, sees it. */
    Mono<SeenChat> findPrivate(PrivatePair pair, UserId viewer) {
        return database.sql(
                        SEEN
                                + "where c.kind = 'private' and c.private_low = :low"
                                + " and c.private_high = :high")
                .bind("viewer", viewer.value())
                .bind("low", pair.low().value())
                .bind("high", pair.high().value())
                .map(ChatRepository::seen)
                .one();
    }

    /**
     * Whether it was stored: not, when the pair has a private chat. Waits for another transaction that
     * is about to store one for them.
     */
    Mono<Boolean> insertIfAbsent(Chat chat, @Nullable PrivatePair pair) {
        var insert =
                database.sql(
                        """
                        insert into chats (id, kind, title, description, picture_id, receipts, created_by, created_at,
                                           version, member_count, private_low, private_high)
                        values (:id, :kind, :title, :description, :picture, :receipts, :createdBy, :createdAt,
                                :version, :memberCount, :low, :high)
                        on conflict (private_low, private_high) where kind = 'private' do nothing
                        """);
        var bound =
                state(insert, chat)
                        .bind("kind", chat.kind().text())
                        .bind("createdBy", chat.createdBy().value())
                        .bind("createdAt", chat.createdAt());
        return pair(bound, pair).fetch().rowsUpdated().map(rows -> rows == 1);
    }

    Mono<Void> update(Chat chat) {
        return state(
                        database.sql(
                                """
                                update chats
                                set title = :title, description = :description, picture_id = :picture,
                                    receipts = :receipts, version = :version, member_count = :memberCount
                                where id = :id
                                """),
                        chat)
                .then();
    }

    /** Removes the chat, its members, and the answer to its creation. */
    Mono<Void> delete(ChatId id) {
        var answers =
                database.sql("update idempotency_keys set response = null where chat_id = :id")
                        .bind("id", id.value());
        var chat = database.sql("delete from chats where id = :id").bind("id", id.value());
        return answers.then().then(chat.then());
    }

    private static GenericExecuteSpec state(GenericExecuteSpec sql, Chat chat) {
        var bound =
                sql.bind("id", chat.id().value())
                        .bind("description", chat.description())
                        .bind("receipts", chat.receipts())
                        .bind("version", chat.version())
                        .bind("memberCount", chat.memberCount());
        var picture = chat.picture();
        bound =
                picture == null
                        ? bound.bindNull("picture", UUID.class)
                        : bound.bind("picture", picture.value());
        return chat.title() == null
                ? bound.bindNull("title", String.class)
                : bound.bind("title", chat.title());
    }

    private static GenericExecuteSpec pair(GenericExecuteSpec sql, @Nullable PrivatePair pair) {
        return pair == null
                ? sql.bindNull("low", UUID.class).bindNull("high", UUID.class)
                : sql.bind("low", pair.low().value()).bind("high", pair.high().value());
    }

    private static SeenChat seen(Readable row) {
        var role = row.get("my_role", String.class);
        return new SeenChat(chat(row), role == null ? null : ChatRole.of(role));
    }

    private static Chat chat(Readable row) {
        var kind = ChatKind.of(row.get("kind", String.class));
        var receipts = row.get("receipts", Boolean.class);
        var picture = row.get("picture_id", UUID.class);
        return new Chat(
                new ChatId(row.get("id", UUID.class)),
                kind,
                row.get("title", String.class),
                row.get("description", String.class),
                picture == null ? null : new MediaId(picture),
                receipts == null ? kind.receiptsByDefault() : receipts,
                new UserId(row.get("created_by", UUID.class)),
                row.get("created_at", Instant.class),
                row.get("version", Long.class),
                row.get("member_count", Integer.class));
    }
}
