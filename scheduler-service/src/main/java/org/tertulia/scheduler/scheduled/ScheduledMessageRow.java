package org.tertulia.scheduler.scheduled;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tertulia.starter.attachments.AttachFile;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;

/** A scheduled message as a row of the table {@code scheduled_messages}. */
final class ScheduledMessageRow {

    /** All that {@link #message} reads. */
    static final String COLUMNS =
            """
            scheduled_message_id, user_id, chat_id, text, thread, reply_to, attachments, alts, due_at, zone, state,
            refusal_type, refusal_detail, message, version, created_at, changed_at\
            """;

    static final String SELECT = "select " + COLUMNS + " from scheduled_messages ";

    private ScheduledMessageRow() {}

    static ScheduledMessage message(Readable row) {
        return new ScheduledMessage(
                new ScheduledMessageId(get(row, "scheduled_message_id", UUID.class)),
                new UserId(get(row, "user_id", UUID.class)),
                new ChatId(get(row, "chat_id", UUID.class)),
                content(row),
                get(row, "due_at", Instant.class),
                ZoneId.of(get(row, "zone", String.class)),
                ScheduledState.of(get(row, "state", String.class)),
                refusal(row),
                row.get("message", Long.class),
                get(row, "version", Long.class),
                get(row, "created_at", Instant.class),
                get(row, "changed_at", Instant.class));
    }

    private static Content content(Readable row) {
        return new Content(
                get(row, "text", String.class),
                row.get("thread", Long.class),
                row.get("reply_to", Long.class),
                files(row));
    }

    private static List<AttachFile> files(Readable row) {
        var files = get(row, "attachments", UUID[].class);
        var alts = get(row, "alts", String[].class);
        return IntStream.range(0, files.length)
                .mapToObj(it -> new AttachFile(files[it], alts[it].isEmpty() ? null : alts[it]))
                .toList();
    }

    /** As they are stored: an empty text for none. */
    static String[] alts(List<AttachFile> files) {
        return files.stream()
                .map(file -> Objects.requireNonNullElse(file.alt(), ""))
                .toArray(String[]::new);
    }

    private static @Nullable Refusal refusal(Readable row) {
        var type = row.get("refusal_type", String.class);
        return type == null ? null : new Refusal(type, get(row, "refusal_detail", String.class));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
