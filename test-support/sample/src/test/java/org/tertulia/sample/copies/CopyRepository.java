package org.tertulia.sample.copies;

import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.contracts.message.MessagePosted;
import reactor.core.publisher.Mono;

/** Copies in PostgreSQL, one for each event. */
@Repository
final class CopyRepository {

    private static final String INSERT =
            """
            INSERT INTO copies (event_id, board_id, seq, text, traceparent)
            VALUES (:event, :board, :seq, :text, :trace)
            ON CONFLICT (event_id) DO NOTHING
            """;

    private final DatabaseClient database;

    CopyRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> insertOnce(UUID eventId, MessagePosted posted, String trace) {
        return database.sql(INSERT)
                .bind("event", eventId)
                .bind("board", posted.chatId())
                .bind("seq", posted.seq())
                .bind("text", posted.text())
                .bind("trace", trace)
                .then();
    }
}
