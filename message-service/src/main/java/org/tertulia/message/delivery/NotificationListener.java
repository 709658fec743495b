package org.tertulia.message.delivery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.notification.NotificationAdded;
import org.tertulia.contracts.notification.NotificationEvent;
import org.tertulia.contracts.notification.NotificationSettled;
import org.tertulia.message.frames.NotificationFrame;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.kafka.EventCodec;
import org.tertulia.starter.kafka.EventSubscription;

/**
 * Brings what changes in people's inboxes at notification-service to their connections here. What does not come, since an
 * instance begins or the broker is away, a client finds in the inbox.
 */
@Configuration(proxyBeanMethods = false)
class NotificationListener {

    @Bean
    EventSubscription notificationEventSubscription(Deliveries deliveries, EventCodec codec) {
        return EventSubscription.broadcast(
                "notifications",
                Topics.NOTIFICATION_EVENTS,
                raw -> {
                    var event = codec.decode(raw.value(), NotificationEvent.class);
                    deliveries.signal(
                            new ShardSignal.ToPerson(
                                    new UserId(event.userId()), deliveries.frame(frame(event))));
                });
    }

    private static NotificationFrame frame(NotificationEvent event) {
        return switch (event) {
            case NotificationAdded e -> added(e);
            case NotificationSettled e ->
                    new NotificationFrame.Settled(
                            e.version(), e.notificationIds(), e.withdrawn(), e.unread(), e.at());
        };
    }

    private static NotificationFrame added(NotificationAdded e) {
        return new NotificationFrame.Added(
                e.version(),
                e.notificationId(),
                e.kind(),
                chat(e.chatId()),
                e.message(),
                e.thread(),
                e.reminderId(),
                e.alertId(),
                user(e.byId()),
                e.excerpt(),
                e.count(),
                e.at(),
                e.unread());
    }

    private static @Nullable ChatId chat(@Nullable UUID id) {
        return id == null ? null : new ChatId(id);
    }

    private static @Nullable UserId user(@Nullable UUID id) {
        return id == null ? null : new UserId(id);
    }
}
