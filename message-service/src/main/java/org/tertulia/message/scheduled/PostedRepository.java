package org.tertulia.message.scheduled;

import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.contracts.posting.ScheduledMessagePosted;
import org.tertulia.contracts.scheduled.ScheduledMessageDue;
import reactor.core.publisher.Mono;

/** Finds out whether a scheduled message was posted before, whatever has become of it and of its chat since. */
@Repository
final class PostedRepository {

    private final DatabaseClient database;

    PostedRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<ScheduledMessagePosted> find(ScheduledMessageDue due) {
        return database.sql(
                        """
                        SELECT seq, posted_at FROM messages
                        WHERE chat_id = $1 AND sender_id = $2 AND client_message_id = $3
                        """)
                .bind(0, due.chatId())
                .bind(1, due.authorId())
                .bind(2, due.scheduledMessageId())
                .map(
                        row ->
                                new ScheduledMessagePosted(
                                        due.scheduledMessageId(),
                                        due.chatId(),
                                        due.authorId(),
                                        required(row.get("seq", Long.class)),
                                        required(row.get("posted_at", OffsetDateTime.class))
                                                .toInstant()))
                .one();
    }

    private static <T> T required(@Nullable T column) {
        return Objects.requireNonNull(column);
    }
}
