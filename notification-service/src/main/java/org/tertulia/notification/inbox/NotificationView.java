package org.tertulia.notification.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tertulia.notification.decisions.AlertId;
import org.tertulia.notification.decisions.NotificationKind;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.NotificationId;
import org.tertulia.starter.id.UserId;

/**
 * A notification as its owner sees it; what is null is left out.
 *
 * @param id which
 * @param version of the inbox when it came or grew last; greater ones are newer
 * @param kind why it was told
 * @param chatId where it happened
 * @param message the seq of the message it is about, of the newest one
 * @param thread the seq of the message in whose thread that is
 * @param reminderId the reminder
 * @param alertId the alert
 * @param byId whose doing it was, of the newest one
 * @param excerpt the beginning of what was said, of the newest one
 * @param count how much it stands for
 * @param at when, of the newest one, UTC
 * @param read whether it was read
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NotificationView(
        NotificationId id,
        long version,
        NotificationKind kind,
        @Nullable ChatId chatId,
        @Nullable Long message,
        @Nullable Long thread,
        @Nullable UUID reminderId,
        @Nullable AlertId alertId,
        @Nullable UserId byId,
        String excerpt,
        int count,
        Instant at,
        boolean read) {

    static NotificationView of(Notification notification) {
        return new NotificationView(
                notification.id(),
                notification.version(),
                notification.kind(),
                notification.chat(),
                notification.message(),
                notification.thread(),
                notification.reminder(),
                notification.alert(),
                notification.by(),
                notification.excerpt(),
                notification.count(),
                notification.at(),
                notification.read());
    }
}
