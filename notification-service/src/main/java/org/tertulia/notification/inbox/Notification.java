package org.tertulia.notification.inbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tertulia.notification.decisions.AlertId;
import org.tertulia.notification.decisions.NotificationKind;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.NotificationId;
import org.tertulia.starter.id.UserId;

/**
 * What a person was told, as it is now.
 *
 * @param id which
 * @param userId who
 * @param version of the inbox when it came or grew last
 * @param kind why
 * @param read whether it was read
 * @param chat where it happened
 * @param message the seq of the message it is about, of the newest one
 * @param thread the seq of the message in whose thread that is
 * @param reminder the reminder
 * @param alert the alert
 * @param by whose doing it was, of the newest one
 * @param excerpt the beginning of what was said, of the newest one
 * @param count how much it stands for
 * @param at when, of the newest one
 */
record Notification(
        NotificationId id,
        UserId userId,
        long version,
        NotificationKind kind,
        boolean read,
        @Nullable ChatId chat,
        @Nullable Long message,
        @Nullable Long thread,
        @Nullable UUID reminder,
        @Nullable AlertId alert,
        @Nullable UserId by,
        String excerpt,
        int count,
        Instant at) {}
