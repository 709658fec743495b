package org.tertulia.message.frames;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;

/** What happens in the inbox of the person, which is at notification-service. */
public sealed interface NotificationFrame extends ServerFrame {

    /**
     * The person is told something, or an unread notification has grown, which is all here.
     *
     * @param version of their inbox at notification-service; of frames and answers the greater one is newer
     * @param unread unread notifications of the person now
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Added(
            long version,
            UUID notificationId,
            String kind,
            @Nullable ChatId chatId,
            @Nullable Long message,
            @Nullable Long thread,
            @Nullable UUID reminderId,
            @Nullable UUID alertId,
            @Nullable UserId byId,
            String excerpt,
            int count,
            Instant at,
            int unread)
            implements NotificationFrame {}

    /** Notifications have been read, or are gone when they were withdrawn. */
    record Settled(
            long version, List<UUID> notificationIds, boolean withdrawn, int unread, Instant at)
            implements NotificationFrame {}
}
