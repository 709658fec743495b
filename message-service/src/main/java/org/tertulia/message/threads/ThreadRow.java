package org.tertulia.message.threads;

import io.r2dbc.spi.Readable;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.tertulia.message.timeline.MessagePlace;
import org.tertulia.starter.id.ChatId;

/** A followed thread, without its root. */
record ThreadRow(ThreadPosition position, long readSeq, int unread, int mentions) {

    static ThreadRow of(Readable row) {
        return new ThreadRow(
                new ThreadPosition(
                        required(row, "active_at", OffsetDateTime.class).toInstant(),
                        new ChatId(required(row, "chat_id", UUID.class)),
                        required(row, "thread", Long.class)),
                required(row, "read_seq", Long.class),
                required(row, "unread", Integer.class),
                required(row, "mentions", Integer.class));
    }

    MessagePlace root() {
        return new MessagePlace(position.chatId(), position.thread());
    }

    static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
