package org.tertulia.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.notification.NotificationAdded;
import org.tertulia.contracts.notification.NotificationEvent;
import org.tertulia.contracts.notification.NotificationSettled;
import org.tertulia.test.TestEvents;
import tools.jackson.databind.JsonNode;

/** What changes in an inbox comes to all connections of its owner, and to nobody else's. */
class NotificationFramesIT extends RealtimeApi {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    @Test
    void whatOneIsToldShouldComeToAllOnesDevices() {
        var notification = UUID.randomUUID();
        var chat = UUID.randomUUID();
        try (var phone = ana.connect(port);
                var desk = ana.connect(port);
                var b = bruno.connect(port)) {
            publish(mention(ana.id(), 1, notification, chat));
            publish(new NotificationSettled(ana.id(), 2, List.of(notification), true, 0, NOON));
            for (var device : List.of(phone, desk)) {
                var added = device.await("notification.added");
                assertThat(added.path("version").asLong()).isEqualTo(1);
                assertThat(added.path("notificationId").asString())
                        .isEqualTo(notification.toString());
                assertThat(added.path("kind").asString()).isEqualTo("mention");
                assertThat(added.path("chatId").asString()).isEqualTo(chat.toString());
                assertThat(added.path("message").asLong()).isEqualTo(7);
                assertThat(added.path("byId").asString()).isEqualTo(bruno.id().toString());
                assertThat(added.path("excerpt").asString()).isEqualTo("@ana");
                assertThat(added.path("count").asInt()).isEqualTo(1);
                assertThat(added.path("unread").asInt()).isEqualTo(1);
                assertThat(added.has("thread")).isFalse();
                assertThat(added.has("reminderId")).isFalse();
                assertThat(added.has("alertId")).isFalse();
                assertThat(added.has("userId")).isFalse();
                var settled = device.await("notification.settled");
                assertThat(settled.path("version").asLong()).isEqualTo(2);
                assertThat(settled.path("notificationIds").path(0).asString())
                        .isEqualTo(notification.toString());
                assertThat(settled.path("withdrawn").asBoolean()).isTrue();
                assertThat(settled.path("unread").asInt()).isZero();
            }
            publish(mention(bruno.id(), 1, UUID.randomUUID(), chat));
            b.await("notification.added");
            assertThat(b.frames().stream().filter(NotificationFramesIT::isNotification)).hasSize(1);
        }
    }

    private static boolean isNotification(JsonNode frame) {
        return frame.path("op").asString().startsWith("notification.");
    }

    private NotificationAdded mention(UUID person, long version, UUID notification, UUID chat) {
        return new NotificationAdded(
                person,
                version,
                notification,
                "mention",
                chat,
                7L,
                null,
                null,
                null,
                bruno.id(),
                "@ana",
                1,
                NOON,
                1);
    }

    private static void publish(NotificationEvent event) {
        TestEvents.publish(Topics.NOTIFICATION_EVENTS, event);
    }
}
