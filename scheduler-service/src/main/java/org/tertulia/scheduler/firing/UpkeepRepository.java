package org.tertulia.scheduler.firing;

import java.time.Instant;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** What is over in all tables, and how much waits. Several instances may delete at the same time. */
@Repository
final class UpkeepRepository {

    private final DatabaseClient database;

    UpkeepRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<Long> deleteCompleted(Instant before, int limit) {
        return delete(
                """
                delete from reminders where reminder_id in (
                    select reminder_id from reminders where state = 'completed' and changed_at < :before
                    order by changed_at limit :limit for update skip locked)
                """,
                before,
                limit);
    }

    Mono<Long> deleteScheduledMessages(Instant before, int limit) {
        return delete(
                """
                delete from scheduled_messages where scheduled_message_id in (
                    select scheduled_message_id from scheduled_messages
                    where state in ('sent', 'refused') and changed_at < :before
                    order by changed_at limit :limit for update skip locked)
                """,
                before,
                limit);
    }

    /** What is shown of the last one is with the reminder. */
    Mono<Long> deleteFirings(Instant before, int limit) {
        return delete(
                """
                delete from firings where (reminder_id, due_at) in (
                    select reminder_id, due_at from firings where fired_at < :before
                    order by fired_at limit :limit for update skip locked)
                """,
                before,
                limit);
    }

    Mono<Long> deleteKeys(Instant before, int limit) {
        return delete(
                """
                delete from idempotency_keys where (user_id, key) in (
                    select user_id, key from idempotency_keys where stored_at < :before
                    order by stored_at limit :limit for update skip locked)
                """,
                before,
                limit);
    }

    private Mono<Long> delete(String sql, Instant before, int limit) {
        return database.sql(sql).bind("before", before).bind("limit", limit).fetch().rowsUpdated();
    }

    /**
     * How many reminders there are, at most so many.
     *
     * @param due whose time has come
     * @param waiting that have an occurrence to come
     */
    record Count(long due, long waiting) {}

    Mono<Count> count(Instant now, int limit) {
        return database.sql(
                        """
                        select count(*) filter (where next_at <= :now) as due, count(*) as waiting from (
                            select next_at from reminders where next_at is not null order by next_at limit :limit) as counted
                        """)
                .bind("now", now)
                .bind("limit", limit)
                .map(
                        row ->
                                new Count(
                                        Objects.requireNonNull(row.get("due", Long.class)),
                                        Objects.requireNonNull(row.get("waiting", Long.class))))
                .one();
    }
}
