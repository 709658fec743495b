package org.tertulia.message.timeline;

import io.r2dbc.spi.Readable;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.tertulia.message.posting.MessageView;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.MessageId;
import org.tertulia.starter.id.UserId;

/** Reads rows of the table {@code messages}. */
final class MessageRow {

    private MessageRow() {}

    static MessageView view(Readable row) {
        return new MessageView(
                new MessageId(required(row, "message_id", UUID.class)),
                new ChatId(required(row, "chat_id", UUID.class)),
                required(row, "seq", Long.class),
                new UserId(required(row, "sender_id", UUID.class)),
                required(row, "client_message_id", UUID.class),
                required(row, "text", String.class),
                required(row, "posted_at", OffsetDateTime.class).toInstant());
    }

    static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
