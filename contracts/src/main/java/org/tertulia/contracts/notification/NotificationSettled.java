package org.tertulia.contracts.notification;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Notifications have been seen to: read here or where they lead to, or withdrawn. Whoever still shows them takes them away.
 *
 * @param userId whose notifications
 * @param version of the person's inbox
 * @param notificationIds which; at most as many as an inbox keeps
 * @param withdrawn whether what they told of is gone, and they with it; they are only read otherwise
 * @param unread unread notifications of the person now
 * @param at when, UTC
 */
public record NotificationSettled(
        UUID userId,
        long version,
        List<UUID> notificationIds,
        boolean withdrawn,
        int unread,
        Instant at)
        implements NotificationEvent {

    /** Keeps its own copy of the list. */
    public NotificationSettled {
        notificationIds = List.copyOf(notificationIds);
    }

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
