package org.tertulia.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.tertulia.contracts.TertuliaEvent;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.chat.ChatKind;
import org.tertulia.contracts.message.ChatOpened;
import org.tertulia.contracts.message.Mentioned;
import org.tertulia.contracts.message.MessagePosted;
import org.tertulia.notification.inbox.ToldInATest;
import org.tertulia.notification.mail.MailInATest;
import org.tertulia.starter.kafka.EventSubscription;
import org.tertulia.test.FixedIds;
import org.tertulia.test.IdempotentListenerContract;
import org.tertulia.test.OpenApiContract;
import org.tertulia.test.OutboxContract;
import org.tertulia.test.SecurityContract;
import org.tertulia.test.TestTokens;
import reactor.core.publisher.Mono;

/** What the notification service owes everybody, as every service does. */
class NotificationServiceIT extends NotificationApi
        implements SecurityContract, OutboxContract, IdempotentListenerContract, OpenApiContract {

    private static final UUID ANA = FixedIds.id(1);
    private static final UUID BRUNO = FixedIds.id(2);
    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    @Autowired ToldInATest telling;
    @Autowired MailInATest mail;
    @Autowired List<EventSubscription> subscriptions;

    @Override
    public List<String> securedRequests() {
        return List.of(
                "GET " + PATH,
                "GET " + PATH + "/unread",
                "POST " + PATH + "/read",
                "GET " + PATH + "/email",
                "PUT " + PATH + "/email",
                "GET " + PATH + "/chats/" + FixedIds.id(404),
                "PUT " + PATH + "/chats/" + FixedIds.id(404),
                "GET " + PATH + "/alerts",
                "POST " + PATH + "/alerts",
                "DELETE " + PATH + "/alerts/" + FixedIds.id(404),
                "GET " + PATH + "/push/key",
                "GET " + PATH + "/push/subscriptions",
                "PUT " + PATH + "/push/subscriptions",
                "DELETE " + PATH + "/push/subscriptions/" + FixedIds.id(404),
                "PUT " + PATH + "/chats/" + FixedIds.id(404),
                "GET " + PATH + "/quiet-hours",
                "PUT " + PATH + "/quiet-hours");
    }

    @Override
    public String outboxTopic() {
        return Topics.NOTIFICATION_EVENTS;
    }

    @Override
    public Mono<UUID> change() {
        return telling.somebody();
    }

    @Override
    public String listenedTopic() {
        return Topics.MESSAGE_EVENTS;
    }

    /** Bruno opens a group with Ana, and then writes in it, calling her each time. */
    @Override
    public TertuliaEvent event(UUID aggregate, int n) {
        return n == 1
                ? new ChatOpened(
                        aggregate, 1, ChatKind.GROUP, "T", BRUNO, List.of(ANA, BRUNO), true, NOON)
                : new MessagePosted(
                        aggregate,
                        n,
                        UUID.randomUUID(),
                        BRUNO,
                        UUID.randomUUID(),
                        "@ana",
                        null,
                        null,
                        new Mentioned(List.of(ANA), false),
                        null,
                        NOON,
                        null);
    }

    @Override
    public @Nullable Object state(UUID aggregate) {
        return database.sql(
                        """
                        select string_agg(kind || count || state, ', ' order by version) as state
                        from notifications where chat_id = $1 having count(*) > 0
                        """)
                .bind(0, aggregate)
                .map(row -> row.get("state", String.class))
                .one()
                .block(LIMIT);
    }

    @Test
    void theConsumerGroupsArePinned() {
        assertThat(subscriptions)
                .map(NotificationServiceIT::group)
                .containsExactlyInAnyOrder(
                        "notification-service.chat-logs",
                        "notification-service.markers",
                        "notification-service.people",
                        "notification-service.posting",
                        "notification-service.reminders");
    }

    private static String group(EventSubscription subscription) {
        return subscription instanceof EventSubscription.Sifted<?> sifted
                ? sifted.group()
                : ((EventSubscription.Ordered<?>) subscription).group();
    }

    @Test
    void anUnsupportedMethodIsToldTheOthers() {
        var answer =
                client.delete()
                        .uri(PATH + "/chats/" + FixedIds.id(404))
                        .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(ANA))
                        .exchange();
        answer.expectHeader().value(HttpHeaders.ALLOW, allow -> assertThat(allow).contains("PUT"));
        expectProblem(answer, 405, "method-not-allowed");
    }

    @Test
    void withoutAMailServerNoAddressIsTaken() {
        var settings = json(get(ANA, "/email").expectStatus().isOk());
        assertThat(settings.path("available").asBoolean()).isFalse();
        var wish =
                Map.of(
                        "address", "ana@example.org",
                        "digest", "daily",
                        "at", "08:00",
                        "zone", "Europe/Madrid",
                        "language", "es");
        expectProblem(send(HttpMethod.PUT, ANA, "/email", wish), 409, "email-unavailable");
        assertThat(mail.health()).isEqualTo("UNKNOWN");
    }

    @Test
    void whatCanNotBeReadIsRefused() {
        expectProblem(get(ANA, "/chats/nothing"), 400, "malformed-request");
        expectProblem(get(ANA, "?cursor=nothing"), 400, "malformed-request");
        expectProblem(get(ANA, "?unread=perhaps"), 400, "malformed-request");
        expectProblem(get(ANA, "?limit=101"), 400, "validation-failed");
        var body = Map.of("ids", List.of("nothing"));
        expectProblem(send(HttpMethod.POST, ANA, "/read", body), 400, "malformed-request");
    }
}
