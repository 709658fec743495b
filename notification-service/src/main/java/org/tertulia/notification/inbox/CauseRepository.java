package org.tertulia.notification.inbox;

import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.NotificationId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** Changes the state of causes; the notifications have to be brought to what they say then. */
@Repository
final class CauseRepository {

    private static final String READ =
            "update causes set state = 'read' where user_id = $1 and state = 'open' and ";
    private static final String WITHDRAW =
            "update causes set state = 'withdrawn', excerpt = '' where user_id = $1 and state <> 'withdrawn' and ";

    private final DatabaseClient database;

    CauseRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Which notifications they belong to. */
    Mono<List<NotificationId>> read(UserId person, Selection selection) {
        return change(READ, person, selection);
    }

    /** Which notifications they belong to. */
    Mono<List<NotificationId>> withdraw(UserId person, Selection selection) {
        return change(WITHDRAW, person, selection);
    }

    private Mono<List<NotificationId>> change(String change, UserId person, Selection selection) {
        var statement =
                database.sql(change + condition(selection) + " returning notification_id")
                        .bind(0, person.value());
        return bound(statement, selection)
                .map(row -> NotificationRow.get(row, "notification_id", UUID.class))
                .all()
                .distinct()
                .map(NotificationId::new)
                .collectList();
    }

    private static String condition(Selection selection) {
        return switch (selection) {
            case Selection.UpTo _ -> "chat_id = $2 and coalesce(thread, 0) = $3 and seq <= $4";
            case Selection.OfMessage _ -> "chat_id = $2 and message = $3";
            case Selection.OfReaction _ ->
                    "chat_id = $2 and message = $3 and by_id = $4 and excerpt = $5 and cause like 'reaction/%'";
            case Selection.OfChat _ -> "chat_id = $2";
            case Selection.OfReminder _ ->
                    "notification_id in (select n.notification_id from notifications n"
                            + " where n.user_id = $1 and n.reminder_id = $2)";
            case Selection.Named _ -> "notification_id = any($2)";
            case Selection.Through _ ->
                    "notification_id in (select n.notification_id from notifications n"
                            + " where n.user_id = $1 and n.state = 'unread' and n.version <= $2)";
        };
    }

    private static GenericExecuteSpec bound(GenericExecuteSpec sql, Selection selection) {
        return switch (selection) {
            case Selection.UpTo(var chat, var thread, var seq) ->
                    sql.bind(1, chat.value()).bind(2, thread).bind(3, seq);
            case Selection.OfMessage(var chat, var message) ->
                    sql.bind(1, chat.value()).bind(2, message);
            case Selection.OfReaction(var chat, var message, var by, var emoji) ->
                    sql.bind(1, chat.value()).bind(2, message).bind(3, by.value()).bind(4, emoji);
            case Selection.OfChat(var chat) -> sql.bind(1, chat.value());
            case Selection.OfReminder(var reminder) -> sql.bind(1, reminder);
            case Selection.Named(var ids) ->
                    sql.bind(1, ids.stream().map(NotificationId::value).toArray(UUID[]::new));
            case Selection.Through(var version) -> sql.bind(1, version);
        };
    }

    /** A message says something else now. Which notifications that is in. */
    Mono<List<NotificationId>> rewrite(UserId person, ChatId chat, long message, String excerpt) {
        return database.sql(
                        """
                        update causes set excerpt = $4
                        where user_id = $1 and chat_id = $2 and message = $3 and state <> 'withdrawn'
                            and cause like 'message/%'
                        returning notification_id
                        """)
                .bind(0, person.value())
                .bind(1, chat.value())
                .bind(2, message)
                .bind(3, excerpt)
                .map(
                        row ->
                                new NotificationId(
                                        NotificationRow.get(row, "notification_id", UUID.class)))
                .all()
                .collectList();
    }

    /** People who were told about a message, in the order of their ids, after one of them; at most {@code limit}. */
    Mono<List<UserId>> toldOf(ChatId chat, long message, UUID after, int limit) {
        return database.sql(
                        """
                        select distinct user_id from causes
                        where chat_id = $1 and message = $2 and user_id > $3 and state <> 'withdrawn'
                        order by user_id limit $4
                        """)
                .bind(0, chat.value())
                .bind(1, message)
                .bind(2, after)
                .bind(3, limit)
                .map(row -> new UserId(NotificationRow.get(row, "user_id", UUID.class)))
                .all()
                .collectList();
    }
}
