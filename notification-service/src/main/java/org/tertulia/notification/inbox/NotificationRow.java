package org.tertulia.notification.inbox;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tertulia.notification.decisions.AlertId;
import org.tertulia.notification.decisions.NotificationKind;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.NotificationId;
import org.tertulia.starter.id.UserId;

/** Reads rows of {@code notifications}. */
final class NotificationRow {

    /** What {@link #notification} reads. */
    static final String COLUMNS =
            "notification_id, user_id, version, kind, state, chat_id, message, thread, reminder_id, alert_id, by_id,"
                    + " excerpt, count, at";

    private NotificationRow() {}

    static Notification notification(Readable row) {
        return new Notification(
                new NotificationId(get(row, "notification_id", UUID.class)),
                new UserId(get(row, "user_id", UUID.class)),
                get(row, "version", Long.class),
                NotificationKind.of(get(row, "kind", String.class)),
                !get(row, "state", String.class).equals("unread"),
                id(row, "chat_id", ChatId::new),
                row.get("message", Long.class),
                row.get("thread", Long.class),
                row.get("reminder_id", UUID.class),
                id(row, "alert_id", AlertId::new),
                id(row, "by_id", UserId::new),
                get(row, "excerpt", String.class),
                get(row, "count", Integer.class),
                get(row, "at", Instant.class));
    }

    private static <T> @Nullable T id(Readable row, String column, Function<UUID, T> of) {
        var value = row.get(column, UUID.class);
        return value == null ? null : of.apply(value);
    }

    static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
