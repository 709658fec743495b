package org.tertulia.scheduler.scheduled;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table {@code scheduled_messages}, as authors see it: each their own. */
@Repository
final class ScheduledMessageRepository {

    private final DatabaseClient database;

    ScheduledMessageRepository(DatabaseClient database) {
        this.database = database;
    }

    /** The place of a message among those that wait, of which the soonest is first. */
    record WaitingPosition(Instant dueAt, ScheduledMessageId id) {}

    Mono<ScheduledMessage> find(UserId author, ScheduledMessageId id) {
        return one("where user_id = :author and scheduled_message_id = :id", author, id);
    }

    /** As {@link #find}, locked until the end of the transaction. */
    Mono<ScheduledMessage> lock(UserId author, ScheduledMessageId id) {
        return one("where user_id = :author and scheduled_message_id = :id for update", author, id);
    }

    private Mono<ScheduledMessage> one(String condition, UserId author, ScheduledMessageId id) {
        return database.sql(ScheduledMessageRow.SELECT + condition)
                .bind("author", author.value())
                .bind("id", id.value())
                .map(ScheduledMessageRow::message)
                .one();
    }

    /** The newest first, of all or of those of a chat and a state, made before {@code before}. */
    Flux<ScheduledMessage> page(
            UserId author,
            @Nullable ChatId chat,
            @Nullable ScheduledState state,
            @Nullable ScheduledMessageId before,
            int limit) {
        var condition =
                "where user_id = :author"
                        + (chat == null ? "" : " and chat_id = :chat")
                        + (state == null ? "" : " and state = :state")
                        + (before == null ? "" : " and scheduled_message_id < :before")
                        + " order by scheduled_message_id desc limit :limit";
        var sql = selected(condition, author, chat, limit);
        sql = state == null ? sql : sql.bind("state", state.text());
        sql = before == null ? sql : sql.bind("before", before.value());
        return sql.map(ScheduledMessageRow::message).all();
    }

    /** Those that wait, of all chats or of one, the soonest first; {@code after} is where the page before ended. */
    Flux<ScheduledMessage> waiting(
            UserId author, @Nullable ChatId chat, @Nullable WaitingPosition after, int limit) {
        var condition =
                "where user_id = :author and state = 'waiting'"
                        + (chat == null ? "" : " and chat_id = :chat")
                        + (after == null ? "" : " and (due_at, scheduled_message_id) > (:due, :id)")
                        + " order by due_at, scheduled_message_id limit :limit";
        var sql = selected(condition, author, chat, limit);
        if (after != null) {
            sql = sql.bind("due", after.dueAt()).bind("id", after.id().value());
        }
        return sql.map(ScheduledMessageRow::message).all();
    }

    private GenericExecuteSpec selected(
            String condition, UserId author, @Nullable ChatId chat, int limit) {
        var sql =
                database.sql(ScheduledMessageRow.SELECT + condition)
                        .bind("author", author.value())
                        .bind("limit", limit);
        return chat == null ? sql : sql.bind("chat", chat.value());
    }

    /** Waits until nobody else counts the person's messages to add one. */
    Mono<Void> lockAuthor(UserId author) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended(:author, 0))::text")
                .bind("author", "scheduled messages of " + author)
                .then();
    }

    Mono<Long> countWaiting(UserId author) {
        return database.sql(
                        "select count(*) from scheduled_messages where user_id = :author and state = 'waiting'")
                .bind("author", author.value())
                .mapValue(Long.class)
                .one();
    }

    Mono<Void> insert(ScheduledMessage message) {
        var content = message.content();
        var sql =
                database.sql(
                                """
                                insert into scheduled_messages (scheduled_message_id, user_id, chat_id, text, thread, reply_to,
                                    attachments, alts, due_at, zone, state, version, created_at, changed_at)
                                values (:id, :author, :chat, :text, :thread, :replyTo, :attachments, :alts, :due, :zone, :state,
                                    :version, :created, :changed)
                                """)
                        .bind("id", message.id().value())
                        .bind("author", message.author().value())
                        .bind("chat", message.chat().value())
                        .bind("attachments", content.fileIds().toArray(UUID[]::new))
                        .bind("alts", ScheduledMessageRow.alts(content.attachments()))
                        .bind("created", message.createdAt());
        sql = bind(sql, "thread", content.thread());
        sql = bind(sql, "replyTo", content.replyTo());
        return changing(sql, message).then();
    }

    /** Stores all that its author can change, its state and its version. */
    Mono<Void> update(ScheduledMessage message) {
        var sql =
                database.sql(
                                """
                                update scheduled_messages
                                set text = :text, due_at = :due, zone = :zone, state = :state, version = :version,
                                    changed_at = :changed
                                where scheduled_message_id = :id
                                """)
                        .bind("id", message.id().value());
        return changing(sql, message).then();
    }

    private static GenericExecuteSpec changing(GenericExecuteSpec sql, ScheduledMessage message) {
        return sql.bind("text", message.content().text())
                .bind("due", message.dueAt())
                .bind("zone", message.zone().getId())
                .bind("state", message.state().text())
                .bind("version", message.version())
                .bind("changed", message.changedAt());
    }

    private static GenericExecuteSpec bind(
            GenericExecuteSpec sql, String name, @Nullable Long value) {
        return value == null ? sql.bindNull(name, Long.class) : sql.bind(name, value);
    }

    Mono<Void> delete(ScheduledMessageId id) {
        return database.sql("delete from scheduled_messages where scheduled_message_id = :id")
                .bind("id", id.value())
                .then();
    }
}
