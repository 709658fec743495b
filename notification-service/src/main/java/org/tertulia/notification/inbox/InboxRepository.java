package org.tertulia.notification.inbox;

import static org.tertulia.notification.inbox.NotificationRow.get;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import org.tertulia.starter.id.NotificationId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** The tables {@code inboxes} and {@code notifications}. */
@Repository
final class InboxRepository {

    private static final String UNREAD =
            "(select count(*)::integer from notifications n where n.user_id = $1 and n.state = 'unread') as unread";

    private static final String TELL =
            "select told.*, queue_push(told.user_id, told.notification_id, $19) as pushes"
                    + " from tell($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18) told";

    private final DatabaseClient database;

    InboxRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Locks the inboxes of these people until the transaction ends, always in the same order. */
    Mono<Void> lock(Collection<UserId> people) {
        var ids = people.stream().map(UserId::value).toArray(UUID[]::new);
        var made =
                database.sql(
                                """
                                insert into inboxes (user_id, version) select p.id, 0 from unnest($1) as p (id)
                                order by p.id on conflict (user_id) do nothing
                                """)
                        .bind(0, ids)
                        .then();
        return made.then(
                database.sql(
                                "select user_id from inboxes where user_id = any($1) order by user_id for update")
                        .bind(0, ids)
                        .then());
    }

    /**
     * What it became or let grow; empty when the person was told before. It is in the queue of pushes then, in the same
     * round trip: there may be thousands of people to tell.
     *
     * @param id of a new one
     * @param mostCauses what one notification stands for at most
     * @param kept notifications of a person at most
     * @param now when it is to be pushed
     */
    Mono<Told> tell(
            UUID id, UserId person, Telling telling, int mostCauses, int kept, Instant now) {
        var sql =
                database.sql(TELL)
                        .bind(0, id)
                        .bind(1, person.value())
                        .bind(2, telling.burst())
                        .bind(3, telling.kind().text())
                        .bind(7, telling.cause())
                        .bind(11, telling.seq())
                        .bind(13, telling.excerpt())
                        .bind(14, telling.at())
                        .bind(15, mostCauses)
                        .bind(16, kept)
                        .bind(18, now);
        return placed(sql, telling)
                .map(
                        row ->
                                new Told(
                                        NotificationRow.notification(row),
                                        get(row, "unread", Integer.class),
                                        get(row, "pushes", Integer.class)))
                .one();
    }

    /** A notification that is new or has grown, how many are unread then, and to how many browsers it will be pushed. */
    record Told(Notification notification, int unread, int pushes) {}

    private static GenericExecuteSpec placed(GenericExecuteSpec statement, Telling telling) {
        var place = telling.place();
        var chat = place.chat() == null ? null : place.chat().value();
        var by = telling.by() == null ? null : telling.by().value();
        var own = telling.belongsToChat();
        var sql = bind(statement, 4, place.reminder(), UUID.class);
        sql = bind(sql, 5, chat, UUID.class);
        sql = bind(sql, 6, place.message(), Long.class);
        sql = bind(sql, 8, own ? chat : null, UUID.class);
        sql = bind(sql, 9, place.thread(), Long.class);
        sql = bind(sql, 10, own ? place.message() : null, Long.class);
        sql = bind(sql, 12, by, UUID.class);
        var alert = place.alert();
        return bind(sql, 17, alert == null ? null : alert.value(), UUID.class);
    }

    private static <T> GenericExecuteSpec bind(
            GenericExecuteSpec sql, int index, @Nullable T value, Class<T> type) {
        return value == null ? sql.bindNull(index, type) : sql.bind(index, value);
    }

    /** Brings notifications to what their causes say; those that are not unread any more, or gone, by that. */
    Mono<List<Change>> refresh(List<NotificationId> ids) {
        return database.sql("select changed_id, changed_state from refresh_notifications($1)")
                .bind(0, ids.stream().map(NotificationId::value).toArray(UUID[]::new))
                .map(
                        row ->
                                new Change(
                                        new NotificationId(get(row, "changed_id", UUID.class)),
                                        get(row, "changed_state", String.class)
                                                .equals("withdrawn")))
                .all()
                .collectList();
    }

    /** Counts one more change. */
    Mono<InboxState> advance(UserId person) {
        return database.sql(
                        "update inboxes set version = version + 1 where user_id = $1 returning version, "
                                + UNREAD)
                .bind(0, person.value())
                .map(
                        row ->
                                new InboxState(
                                        get(row, "version", Long.class),
                                        get(row, "unread", Integer.class)))
                .one();
    }

    /** Nothing was told to somebody who has no inbox. */
    Mono<InboxState> state(UserId person) {
        return database.sql(
                        "select coalesce((select i.version from inboxes i where i.user_id = $1), 0) as version, "
                                + UNREAD)
                .bind(0, person.value())
                .map(
                        row ->
                                new InboxState(
                                        get(row, "version", Long.class),
                                        get(row, "unread", Integer.class)))
                .one();
    }

    /** One of a person's own; empty when there is none, or none any more. */
    Mono<Notification> find(UserId person, NotificationId id) {
        return database.sql(
                        "select "
                                + NotificationRow.COLUMNS
                                + " from notifications"
                                + " where user_id = $1 and notification_id = $2 and state <> 'withdrawn'")
                .bind(0, person.value())
                .bind(1, id.value())
                .map(NotificationRow::notification)
                .one();
    }

    /** The newest first, of those before a place; at most {@code limit}. */
    Mono<List<Notification>> findPage(UserId person, boolean unreadOnly, long before, int limit) {
        var shown = unreadOnly ? "state = 'unread'" : "state <> 'withdrawn'";
        return database.sql(
                        "select "
                                + NotificationRow.COLUMNS
                                + " from notifications where user_id = $1 and "
                                + shown
                                + " and version < $2 order by version desc limit $3")
                .bind(0, person.value())
                .bind(1, before)
                .bind(2, limit)
                .map(NotificationRow::notification)
                .all()
                .collectList();
    }
}
