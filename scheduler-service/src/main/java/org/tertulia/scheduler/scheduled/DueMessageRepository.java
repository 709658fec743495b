package org.tertulia.scheduler.scheduled;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table {@code scheduled_messages}, as time sees it: what is due, of whomever, and what became of it. */
@Repository
final class DueMessageRepository {

    private final DatabaseClient database;

    DueMessageRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Whether it is this transaction's turn to fire, until it ends; false while it is another one's. */
    Mono<Boolean> takeTurn() {
        return database.sql(
                        "select pg_try_advisory_xact_lock(hashtextextended('scheduled messages', 0))")
                .mapValue(Boolean.class)
                .one();
    }

    /** What is due, the soonest first, locked; what its author is changing at this moment is left out. */
    Flux<ScheduledMessage> claimDue(Instant now, int limit) {
        return database.sql(
                        ScheduledMessageRow.SELECT
                                + "where state = 'waiting' and due_at <= :now"
                                + " order by due_at, scheduled_message_id limit :limit for update skip locked")
                .bind("now", now)
                .bind("limit", limit)
                .map(ScheduledMessageRow::message)
                .all();
    }

    /** Those are on their way from now on. */
    Mono<Void> markSending(List<ScheduledMessage> claimed, Instant now) {
        return database.sql(
                        """
                        update scheduled_messages set state = 'sending', version = version + 1, changed_at = :now
                        where scheduled_message_id = any(:ids)
                        """)
                .bind("ids", claimed.stream().map(it -> it.id().value()).toArray(UUID[]::new))
                .bind("now", now)
                .then();
    }

    /** When the next of all is due; empty when none waits. */
    Mono<Instant> earliest() {
        return database.sql(
                        "select due_at from scheduled_messages where state = 'waiting' order by due_at limit 1")
                .map(row -> row.get("due_at", Instant.class))
                .one();
    }

    /** It is in its chat, whatever was said before; as it is then. Nothing changes the second time, and nothing is told. */
    Mono<ScheduledMessage> markSent(UUID id, long message, Instant now) {
        return database.sql(
                        """
                        update scheduled_messages
                        set state = 'sent', message = :message, refusal_type = null, refusal_detail = null,
                            version = version + 1, changed_at = :now
                        where scheduled_message_id = :id and state in ('sending', 'refused')
                        returning\s"""
                                + ScheduledMessageRow.COLUMNS)
                .bind("id", id)
                .bind("message", message)
                .bind("now", now)
                .map(ScheduledMessageRow::message)
                .one();
    }

    /** It will not be posted; as it is then. Nothing changes the second time, and nothing is told. */
    Mono<ScheduledMessage> markRefused(UUID id, Refusal refusal, Instant now) {
        return database.sql(
                        """
                        update scheduled_messages
                        set state = 'refused', refusal_type = :type, refusal_detail = :detail, version = version + 1,
                            changed_at = :now
                        where scheduled_message_id = :id and state = 'sending'
                        returning\s"""
                                + ScheduledMessageRow.COLUMNS)
                .bind("id", id)
                .bind("type", refusal.type())
                .bind("detail", refusal.detail())
                .bind("now", now)
                .map(ScheduledMessageRow::message)
                .one();
    }
}
