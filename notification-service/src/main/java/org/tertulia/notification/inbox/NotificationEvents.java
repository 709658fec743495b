package org.tertulia.notification.inbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tertulia.contracts.notification.NotificationAdded;
import org.tertulia.contracts.notification.NotificationSettled;
import org.tertulia.notification.decisions.AlertId;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.NotificationId;
import org.tertulia.starter.id.UserId;

/** What is published of inboxes. */
final class NotificationEvents {

    private NotificationEvents() {}

    static NotificationAdded added(Notification notification, int unread) {
        return new NotificationAdded(
                notification.userId().value(),
                notification.version(),
                notification.id().value(),
                notification.kind().text(),
                chat(notification.chat()),
                notification.message(),
                notification.thread(),
                notification.reminder(),
                alert(notification.alert()),
                user(notification.by()),
                notification.excerpt(),
                notification.count(),
                notification.at(),
                unread);
    }

    private static @Nullable UUID chat(@Nullable ChatId chat) {
        return chat == null ? null : chat.value();
    }

    private static @Nullable UUID alert(@Nullable AlertId alert) {
        return alert == null ? null : alert.value();
    }

    private static @Nullable UUID user(@Nullable UserId user) {
        return user == null ? null : user.value();
    }

    static NotificationSettled settled(
            UserId person,
            InboxState state,
            List<NotificationId> ids,
            boolean withdrawn,
            Instant at) {
        return new NotificationSettled(
                person.value(),
                state.version(),
                ids.stream().map(NotificationId::value).toList(),
                withdrawn,
                state.unread(),
                at);
    }
}
