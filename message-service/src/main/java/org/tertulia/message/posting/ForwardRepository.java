package org.tertulia.message.posting;

import io.r2dbc.spi.Readable;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.message.attachments.AttachmentJson;
import org.tertulia.message.timeline.MessagePlace;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.MessageId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** Finds forwards again. */
@Repository
final class ForwardRepository {

    /** A deleted one has forgotten what it was a copy of, and stands for whatever its sender meant. */
    private static final String EARLIER =
            """
            SELECT message_id, seq, text, attachments::text AS attachments, posted_at FROM messages
            WHERE chat_id = $1 AND sender_id = $2 AND client_message_id = $3
              AND (deleted_at IS NOT NULL
                   OR forwarded @> jsonb_build_object('chatId', $4::uuid, 'seq', $5::bigint))
            """;

    private final DatabaseClient database;

    ForwardRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<Message> earlier(
            UserId sender, ChatId chatId, UUID clientMessageId, MessagePlace original) {
        return database.sql(EARLIER)
                .bind(0, chatId.value())
                .bind(1, sender.value())
                .bind(2, clientMessageId)
                .bind(3, original.chatId().value())
                .bind(4, original.seq())
                .map(row -> message(row, sender, chatId, clientMessageId))
                .one();
    }

    private static Message message(
            Readable row, UserId sender, ChatId chatId, UUID clientMessageId) {
        return new Message(
                new MessageId(required(row, "message_id", UUID.class)),
                chatId,
                required(row, "seq", Long.class),
                sender,
                clientMessageId,
                required(row, "text", String.class),
                null,
                null,
                null,
                null,
                AttachmentJson.read(row.get("attachments", String.class)),
                required(row, "posted_at", OffsetDateTime.class).toInstant());
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
