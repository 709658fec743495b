package org.tertulia.contracts.notification;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person is told something: there is a new notification, or an unread one has grown, of which all is here as it is now.
 *
 * @param userId who is told
 * @param version of the person's inbox
 * @param notificationId the notification
 * @param kind {@code mention}, {@code reply}, {@code message}, {@code reaction}, {@code invitation}, {@code reminder},
 *     {@code reminder-refused} or {@code alert}
 * @param chatId where it happened; null for a reminder that is about none, and for no chat
 * @param message the seq of the message it is about, in a burst of messages of the newest; null when it is about none
 * @param thread the seq of the message in whose thread that is; null in the main conversation
 * @param reminderId the reminder; null for everything else
 * @param alertId the rule of the person that made it an alert; null for everything else
 * @param byId whose doing it was, in a burst of the newest; null for a reminder of one's own, and for an alert on a chat in
 *     which nobody writes
 * @param excerpt the beginning of what was said, in a burst of the newest; the emoji of a reaction; the text of a
 *     reminder; may be empty
 * @param count how many messages, reactions, firings or silences it stands for, counted up to 100
 * @param at when the newest of them happened, UTC
 * @param unread unread notifications of the person now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NotificationAdded(
        UUID userId,
        long version,
        UUID notificationId,
        String kind,
        @Nullable UUID chatId,
        @Nullable Long message,
        @Nullable Long thread,
        @Nullable UUID reminderId,
        @Nullable UUID alertId,
        @Nullable UUID byId,
        String excerpt,
        int count,
        Instant at,
        int unread)
        implements NotificationEvent {

    @Override
    @JsonIgnore
    public UUID aggregateId() {
        return userId;
    }

    @Override
    @JsonIgnore
    public Instant occurredAt() {
        return at;
    }
}
