package org.tertulia.notification.alerts;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.notification.alerts.QuietChats.Due;
import org.tertulia.notification.decisions.AlertId;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** The alerts of quiet chats in the table {@code alerts}, as the clock sees them. */
@Repository
final class SilenceRepository {

    private final DatabaseClient database;

    SilenceRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Alerts whose time may have come, the earliest first; at most {@code limit}. */
    Mono<List<Due>> due(Instant now, int limit) {
        return database.sql(
                        """
                        select a.alert_id, a.user_id from alerts a join chats c on c.chat_id = a.chat_id
                        where a.check_at <= $1 order by a.check_at limit $2
                        """)
                .bind(0, now)
                .bind(1, limit)
                .map(
                        row ->
                                new Due(
                                        new AlertId(get(row, "alert_id", UUID.class)),
                                        new UserId(get(row, "user_id", UUID.class))))
                .all()
                .collectList();
    }

    /**
     * Locks an alert; empty when another instance has been at it meanwhile. The chat's row is locked, too: so of a message
     * and the note that the alert waits for one, one comes first.
     */
    Mono<Silence> claim(AlertId alert, Instant now) {
        return database.sql(
                        """
                        select a.chat_id, c.spoken_seq, c.spoken_at, a.created_at, a.quiet_for,
                            exists (select from memberships m
                                where m.chat_id = a.chat_id and m.user_id = a.user_id and m.present)
                            and not exists (select from levels l
                                where l.chat_id = a.chat_id and l.user_id = a.user_id and l.level = 'none') as concerns
                        from alerts a join chats c on c.chat_id = a.chat_id
                        where a.alert_id = $1 and a.check_at <= $2
                        for update of a for share of c
                        """)
                .bind(0, alert.value())
                .bind(1, now)
                .map(SilenceRepository::silence)
                .one();
    }

    private static Silence silence(Readable row) {
        var spokenSeq = row.get("spoken_seq", Long.class);
        return new Silence(
                new ChatId(get(row, "chat_id", UUID.class)),
                spokenSeq == null ? 0 : spokenSeq,
                row.get("spoken_at", Instant.class),
                get(row, "created_at", Instant.class),
                Duration.ofSeconds(get(row, "quiet_for", Long.class)),
                get(row, "concerns", Boolean.class));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    /** Its time may come then. */
    Mono<Void> checkAt(AlertId alert, Instant at) {
        return database.sql("update alerts set check_at = $2 where alert_id = $1")
                .bind(0, alert.value())
                .bind(1, at)
                .then();
    }

    /** Its time does not come until somebody writes. */
    Mono<Void> awaitSpeech(AlertId alert) {
        return database.sql("update alerts set check_at = null where alert_id = $1")
                .bind(0, alert.value())
                .then();
    }
}
