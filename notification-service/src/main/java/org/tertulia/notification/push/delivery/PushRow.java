package org.tertulia.notification.push.delivery;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tertulia.notification.language.Language;
import org.tertulia.notification.push.encryption.SubscriptionKeys;
import org.tertulia.starter.id.UserId;

/** Reads rows of the queue. */
final class PushRow {

    private PushRow() {}

    static Push push(Readable row) {
        return new Push(
                new Push.Place(
                        get(row, "subscription_id", UUID.class),
                        get(row, "burst", String.class),
                        get(row, "version", Long.class)),
                receiver(row),
                get(row, "attempts", Integer.class),
                get(row, "at", Instant.class),
                notification(row),
                List.of(get(row, "settled", UUID[].class)),
                get(row, "unread", Integer.class));
    }

    private static Push.Receiver receiver(Readable row) {
        return new Push.Receiver(
                new UserId(get(row, "person", UUID.class)),
                get(row, "endpoint", String.class),
                new SubscriptionKeys(
                        get(row, "p256dh", String.class), get(row, "auth", String.class)),
                get(row, "content_free", Boolean.class),
                Language.of(get(row, "language", String.class)));
    }

    private static @Nullable PushedNotification notification(Readable row) {
        var id = row.get("notification_id", UUID.class);
        return id == null
                ? null
                : new PushedNotification(
                        id,
                        get(row, "kind", String.class),
                        row.get("chat_id", UUID.class),
                        row.get("message", Long.class),
                        row.get("thread", Long.class),
                        row.get("reminder_id", UUID.class),
                        row.get("by_id", UUID.class),
                        row.get("author", String.class),
                        row.get("title", String.class),
                        get(row, "excerpt", String.class),
                        get(row, "count", Integer.class));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
