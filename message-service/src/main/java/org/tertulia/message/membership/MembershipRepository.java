package org.tertulia.message.membership;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** The replica of chats and memberships. What changes it runs in the caller's transaction. */
@Repository
final class MembershipRepository {

    private final DatabaseClient database;

    MembershipRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<Boolean> isMember(ChatId chatId, UserId userId) {
        return database.sql(
                        """
                        SELECT EXISTS (
                            SELECT 1 FROM memberships m JOIN chats c USING (chat_id)
                            WHERE m.chat_id = $1 AND m.user_id = $2 AND NOT c.deleted) AS member
                        """)
                .bind(0, chatId.value())
                .bind(1, userId.value())
                .mapValue(Boolean.class)
                .one();
    }

    /** Empty when the chat is not known. */
    Mono<Long> version(ChatId chatId) {
        return database.sql("SELECT version FROM chats WHERE chat_id = $1")
                .bind(0, chatId.value())
                .mapValue(Long.class)
                .one();
    }

    /** As {@link #version}, and holds the chat's row lock until the transaction ends. */
    Mono<Long> lockVersion(ChatId chatId) {
        return database.sql("SELECT version FROM chats WHERE chat_id = $1 FOR UPDATE")
                .bind(0, chatId.value())
                .mapValue(Long.class)
                .one();
    }

    /** False when the chat is there already. */
    Mono<Boolean> insertChat(
            ChatId chatId,
            String kind,
            @Nullable String title,
            String description,
            @Nullable Boolean receipts,
            long version) {
        var statement =
                database.sql(
                                """
                                INSERT INTO chats (chat_id, kind, title, description, version, receipts)
                                VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (chat_id) DO NOTHING
                                """)
                        .bind(0, chatId.value())
                        .bind(1, kind);
        statement = bind(statement, 2, title, String.class);
        statement = bind(statement, 5, receipts, Boolean.class);
        return statement
                .bind(3, description)
                .bind(4, version)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Void> revise(ChatId chatId, Revision to) {
        var statement =
                database.sql(
                                """
                                UPDATE chats SET title = $2, description = $3, picture_id = $4,
                                                 receipts = coalesce($5, receipts)
                                WHERE chat_id = $1
                                """)
                        .bind(0, chatId.value());
        statement = bind(statement, 1, to.title(), String.class);
        statement = bind(statement, 3, to.pictureId(), UUID.class);
        return bind(statement, 4, to.receipts(), Boolean.class).bind(2, to.description()).then();
    }

    private static <T> GenericExecuteSpec bind(
            GenericExecuteSpec statement, int index, @Nullable T value, Class<T> type) {
        return value == null ? statement.bindNull(index, type) : statement.bind(index, value);
    }

    Mono<Void> setVersion(ChatId chatId, long version) {
        return database.sql("UPDATE chats SET version = $2 WHERE chat_id = $1")
                .bind(0, chatId.value())
                .bind(1, version)
                .then();
    }

    /** What was said before somebody joined counts as read. Ids and roles are of one length. */
    Mono<Void> addMembers(ChatId chatId, UUID[] userIds, String[] roles, long sinceSeq) {
        return database.sql(
                        """
                        WITH added AS (
                            INSERT INTO memberships (chat_id, user_id, role, since_seq, read_seq)
                            SELECT $1, m.user_id, m.role, $4, $4 FROM unnest($2, $3) AS m (user_id, role)
                            ON CONFLICT (chat_id, user_id) DO NOTHING RETURNING 1)
                        UPDATE chats SET member_count = member_count + (SELECT count(*) FROM added)::integer
                        WHERE chat_id = $1
                        """)
                .bind(0, chatId.value())
                .bind(1, userIds)
                .bind(2, roles)
                .bind(3, sinceSeq)
                .then();
    }

    Mono<Void> removeMember(ChatId chatId, UUID userId) {
        return database.sql(
                        """
                        WITH removed AS (
                            DELETE FROM memberships WHERE chat_id = $1 AND user_id = $2 RETURNING 1)
                        UPDATE chats SET member_count = member_count - (SELECT count(*) FROM removed)::integer
                        WHERE chat_id = $1
                        """)
                .bind(0, chatId.value())
                .bind(1, userId)
                .then();
    }

    Mono<Void> setRole(ChatId chatId, UUID userId, String role) {
        return database.sql("UPDATE memberships SET role = $3 WHERE chat_id = $1 AND user_id = $2")
                .bind(0, chatId.value())
                .bind(1, userId)
                .bind(2, role)
                .then();
    }

    Mono<Void> addEmoji(ChatId chatId, String name) {
        return database.sql(
                        "INSERT INTO chat_emoji (chat_id, name) VALUES ($1, $2) ON CONFLICT (chat_id, name) DO NOTHING")
                .bind(0, chatId.value())
                .bind(1, name)
                .then();
    }

    Mono<Void> removeEmoji(ChatId chatId, String name) {
        return database.sql("DELETE FROM chat_emoji WHERE chat_id = $1 AND name = $2")
                .bind(0, chatId.value())
                .bind(1, name)
                .then();
    }

    /** See {@code close_chat} in the migrations. */
    Mono<Void> delete(ChatId chatId) {
        return database.sql("SELECT close_chat($1)::text").bind(0, chatId.value()).then();
    }

    /** The seq the entry got; see {@code append_entry} in the migrations. */
    Mono<Long> append(ChatId chatId, LogEntryText entry) {
        var statement =
                database.sql("SELECT append_entry($1, $2, $3::jsonb, $4, $5) AS seq")
                        .bind(0, chatId.value())
                        .bind(1, entry.eventType())
                        .bind(2, entry.json())
                        .bind(3, entry.occurredAt());
        var trace = entry.traceparent();
        return (trace == null ? statement.bindNull(4, String.class) : statement.bind(4, trace))
                .map(row -> Objects.requireNonNull(row.get("seq", Long.class)))
                .one();
    }
}
