package org.tertulia.scheduler.reminders;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.scheduler.reminders.ReminderLedger.Active;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table {@code reminders}. */
@Repository
final class ReminderRepository {

    private static final String SELECT = "select " + ReminderRow.COLUMNS + " from reminders ";

    private final DatabaseClient database;

    ReminderRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<Reminder> find(UserId owner, ReminderId id) {
        return one("where user_id = :owner and reminder_id = :id", owner, id);
    }

    Mono<Reminder> lock(UserId owner, ReminderId id) {
        return one("where user_id = :owner and reminder_id = :id for update", owner, id);
    }

    private Mono<Reminder> one(String condition, UserId owner, ReminderId id) {
        return database.sql(SELECT + condition)
                .bind("owner", owner.value())
                .bind("id", id.value())
                .map(ReminderRow::reminder)
                .one();
    }

    Flux<Reminder> page(
            UserId owner, @Nullable ReminderState state, @Nullable ReminderId before, int limit) {
        var condition =
                "where user_id = :owner"
                        + (state == null ? "" : " and state = :state")
                        + (before == null ? "" : " and reminder_id < :before")
                        + " order by reminder_id desc limit :limit";
        var sql =
                database.sql(SELECT + condition).bind("owner", owner.value()).bind("limit", limit);
        if (state != null) {
            sql = sql.bind("state", state.text());
        }
        if (before != null) {
            sql = sql.bind("before", before.value());
        }
        return sql.map(ReminderRow::reminder).all();
    }

    /** Those to come, the soonest first; {@code after} is where the page before ended. */
    Flux<Reminder> waiting(UserId owner, @Nullable WaitingPosition after, int limit) {
        var condition =
                "where user_id = :owner and state = 'waiting'"
                        + (after == null ? "" : " and (next_at, reminder_id) > (:next, :id)")
                        + " order by next_at, reminder_id limit :limit";
        var sql =
                database.sql(SELECT + condition).bind("owner", owner.value()).bind("limit", limit);
        if (after != null) {
            sql = sql.bind("next", after.next()).bind("id", after.id().value());
        }
        return sql.map(ReminderRow::reminder).all();
    }

    /** Those that have something to come, whether they have fired before or not. */
    Flux<Reminder> coming(UserId owner, int limit) {
        return database.sql(
                        SELECT
                                + "where user_id = :owner and next_at is not null order by next_at, reminder_id limit :limit")
                .bind("owner", owner.value())
                .bind("limit", limit)
                .map(ReminderRow::reminder)
                .all();
    }

    /** Waits until nobody else counts the person's reminders to add one. */
    Mono<Void> lockPerson(UserId owner) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended(:owner, 0))::text")
                .bind("owner", "reminders of " + owner)
                .then();
    }

    Mono<Active> countActive(UserId owner) {
        return database.sql(
                        """
                        select count(*) as total,
                            count(*) filter (where num_nonnulls(audience_person, audience_chat) > 0) as for_others
                        from reminders where user_id = :owner and state <> 'completed'
                        """)
                .bind("owner", owner.value())
                .map(
                        row ->
                                new Active(
                                        Objects.requireNonNull(row.get("total", Long.class)),
                                        Objects.requireNonNull(row.get("for_others", Long.class))))
                .one();
    }

    Mono<Void> insert(Reminder reminder) {
        var insert =
                database.sql(
                        """
                        insert into reminders (%1$s) select %1$s from %2$s
                        """
                                .formatted(ReminderRow.COLUMNS, ReminderRow.UNNEST));
        return ReminderRow.bind(insert, List.of(reminder)).then();
    }

    /** Stores all that can change. */
    Mono<Void> update(List<Reminder> reminders) {
        if (reminders.isEmpty()) {
            return Mono.empty();
        }
        var update =
                database.sql(
                        """
                        update reminders as stored
                        set text = r.text, zone = r.zone, rule = r.rule, starts_at = r.starts_at, if_late = r.if_late,
                            state = r.state, regular_at = r.regular_at, snoozed_until = r.snoozed_until,
                            firing_id = r.firing_id, fired_due_at = r.fired_due_at, fired_at = r.fired_at,
                            version = r.version, changed_at = r.changed_at
                        from %s where stored.reminder_id = r.reminder_id
                        """
                                .formatted(ReminderRow.UNNEST));
        return ReminderRow.bind(update, reminders).then();
    }

    Mono<Void> delete(ReminderId id) {
        return database.sql("delete from reminders where reminder_id = :id")
                .bind("id", id.value())
                .then();
    }

    Flux<Reminder> claimDue(Instant now, int limit) {
        return database.sql(
                        SELECT
                                + "where next_at <= :now order by next_at limit :limit for update skip locked")
                .bind("now", now)
                .bind("limit", limit)
                .map(ReminderRow::reminder)
                .all();
    }

    Mono<Instant> earliest() {
        return database.sql(
                        "select next_at from reminders where next_at is not null order by next_at limit 1")
                .map(row -> row.get("next_at", Instant.class))
                .one();
    }
}
