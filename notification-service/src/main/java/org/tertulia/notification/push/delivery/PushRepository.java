package org.tertulia.notification.push.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.starter.id.NotificationId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** The tables {@code pushes} and {@code shown_pushes}. */
@Repository
final class PushRepository {

    /** A row of the queue that still says what it did. */
    private static final String SAME =
            " where subscription_id = $1 and burst = $2 and version = $3";

    private static final String CLAIM =
            """
            with due as materialized (
                select subscription_id, burst from pushes
                where next_at <= $1 and (claimed_until is null or claimed_until <= $1)
                order by next_at limit $3 for update skip locked
            ), claimed as (
                update pushes p set claimed_until = $2, attempts = p.attempts + 1 from due d
                where p.subscription_id = d.subscription_id and p.burst = d.burst
                returning p.subscription_id, p.burst, p.version, p.attempts, p.at, p.settled,
                          p.notification_id as pushed_id
            )
            select c.subscription_id, c.burst, c.version, c.attempts, c.at, c.settled, s.user_id as person,
                   s.endpoint, s.p256dh, s.auth, s.content_free, s.language, n.notification_id, n.kind, n.chat_id,
                   n.message, n.thread, n.reminder_id, n.by_id, n.excerpt, n.count, h.title,
                   a.display_name as author,
                   (select count(*)::integer from notifications u
                    where u.user_id = s.user_id and u.state = 'unread') as unread
            from claimed c
            join push_subscriptions s on s.subscription_id = c.subscription_id
            left join notifications n on n.notification_id = c.pushed_id and n.state = 'unread'
            left join chats h on h.chat_id = n.chat_id
            left join people a on a.user_id = n.by_id
            order by c.at
            """;

    private final DatabaseClient database;

    PushRepository(DatabaseClient database) {
        this.database = database;
    }

    /** How many rows were written; see the function. */
    Mono<Integer> settled(UserId person, List<NotificationId> ids, Instant now) {
        return database.sql("select queue_settled($1, $2, $3)")
                .bind(0, person.value())
                .bind(1, ids.stream().map(NotificationId::value).toArray(UUID[]::new))
                .bind(2, now)
                .mapValue(Integer.class)
                .one();
    }

    /** Claims what is due, and nobody else is at, the longest due first; counts it as tried. */
    Mono<List<Push>> claim(Instant now, Instant until, int limit) {
        return database.sql(CLAIM)
                .bind(0, now)
                .bind(1, until)
                .bind(2, limit)
                .map(PushRow::push)
                .all()
                .collectList();
    }

    /** A push service has it; see the function. Part of a transaction of its own. */
    Mono<Void> accepted(Push push, @Nullable UUID shown, Instant now) {
        var sql =
                database.sql("select 1 from push_accepted($1, $2, $3, $4, $5, $6)")
                        .bind(0, push.receiver().person().value())
                        .bind(1, push.place().subscription())
                        .bind(2, push.place().burst())
                        .bind(3, push.place().version())
                        .bind(5, now);
        return (shown == null ? sql.bindNull(4, UUID.class) : sql.bind(4, shown)).then();
    }

    /** It need not be sent any more, unless it says something else by now. */
    Mono<Void> drop(Push.Place place) {
        return at(place, "delete from pushes" + SAME).then(release(place));
    }

    /** Whoever comes first may claim it again. */
    private Mono<Void> release(Push.Place place) {
        return database.sql(
                        "update pushes set claimed_until = null where subscription_id = $1 and burst = $2")
                .bind(0, place.subscription())
                .bind(1, place.burst())
                .then();
    }

    private Mono<Void> at(Push.Place place, String sql) {
        return database.sql(sql)
                .bind(0, place.subscription())
                .bind(1, place.burst())
                .bind(2, place.version())
                .then();
    }

    /** It is tried again at that time, also when it says something else by then: the push service wants it so. */
    Mono<Void> retry(Push.Place place, Instant next) {
        return database.sql(
                        """
                        update pushes set claimed_until = null, next_at = $3, not_before = $3
                        where subscription_id = $1 and burst = $2
                        """)
                .bind(0, place.subscription())
                .bind(1, place.burst())
                .bind(2, next)
                .then();
    }

    /** It waits until then, which is no try; what comes for the same burst is looked at at once. */
    Mono<Void> hold(Push.Place place, Instant next) {
        return database.sql(
                        """
                        update pushes set claimed_until = null, attempts = greatest(attempts - 1, 0),
                            next_at = case when version = $3 then $4 else next_at end
                        where subscription_id = $1 and burst = $2
                        """)
                .bind(0, place.subscription())
                .bind(1, place.burst())
                .bind(2, place.version())
                .bind(3, next)
                .then();
    }

    /** There is no such subscription any more, says its push service. */
    Mono<Void> prune(UUID subscription) {
        return database.sql("delete from push_subscriptions where subscription_id = $1")
                .bind(0, subscription)
                .then();
    }

    /** How many wait. */
    Mono<Long> waiting() {
        return database.sql("select count(*) from pushes").mapValue(Long.class).one();
    }
}
