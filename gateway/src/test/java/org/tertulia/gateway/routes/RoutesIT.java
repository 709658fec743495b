package org.tertulia.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tertulia.gateway.testing.GatewayTest;
import org.tertulia.gateway.testing.TestRegister;
import org.tertulia.gateway.testing.Upstream;
import org.tertulia.test.TestTokens;

@GatewayTest
class RoutesIT {

    private static final UUID ANA = UUID.fromString("0198c0de-0000-7000-8000-00000000000a");

    private static Upstream auth;
    private static Upstream users;
    private static Upstream chats;
    private static Upstream messages;
    private static Upstream media;
    private static Upstream scheduler;
    private static Upstream notifications;
    private static Upstream translations;

    @LocalServerPort private int port;
    @Autowired private WebTestClient client;
    @Autowired private TestRegister register;

    @BeforeAll
    static void startServices() {
        auth = Upstream.echo("auth-service");
        users = Upstream.echo("user-service");
        chats = Upstream.echo("chat-service");
        messages = Upstream.echo("message-service");
        media = Upstream.echo("media-service");
        scheduler = Upstream.echo("scheduler-service");
        notifications = Upstream.echo("notification-service");
        translations = Upstream.echo("translation-service");
    }

    @AfterAll
    static void stopServices() {
        auth.close();
        users.close();
        chats.close();
        messages.close();
        media.close();
        scheduler.close();
        notifications.close();
        translations.close();
    }

    @BeforeEach
    void listServices() {
        register.list("auth-service", auth.port());
        register.list("user-service", users.port());
        register.list("chat-service", chats.port());
        register.list("message-service", messages.port());
        register.list("media-service", media.port());
        register.list("scheduler-service", scheduler.port());
        register.list("notification-service", notifications.port());
        register.list("translation-service", translations.port());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/auth/account, auth-service",
        "DELETE, /api/v1/auth/sessions/7, auth-service",
        "GET, /api/v1/users/me, user-service",
        "GET, /api/v1/users?query=an%C3%A1, user-service",
        "GET, /api/v1/chats, chat-service",
        "POST, /api/v1/chats/group, chat-service",
        "PUT, /api/v1/chats/7, chat-service",
        "PUT, /api/v1/chats/7/members/9, chat-service",
        "GET, /api/v1/chats/7/logs, chat-service",
        "POST, /api/v1/chats/7/messages, message-service",
        "GET, /api/v1/chats/7/messages?before=8, message-service",
        "GET, /api/v1/chats/7/messages/9/reactions, message-service",
        "PUT, /api/v1/chats/7/messages/9/reactions/%E2%9D%A4%EF%B8%8F, message-service",
        "DELETE, /api/v1/chats/7/messages/9/reactions/%23%EF%B8%8F%E2%83%A3, message-service",
        "GET, /api/v1/chats/7/pins?limit=20, message-service",
        "GET, /api/v1/chats/7/log?after=3, message-service",
        "PUT, /api/v1/chats/7/read-marker, message-service",
        "PUT, /api/v1/chats/7/unread-marker, message-service",
        "GET, /api/v1/chats/7/threads/9/messages, message-service",
        "PUT, /api/v1/chats/7/threads/9/follow, message-service",
        "GET, /api/v1/threads?limit=20, message-service",
        "PUT, /api/v1/chats/7/messages/9/bookmark, message-service",
        "GET, /api/v1/bookmarks?limit=20, message-service",
        "GET, /api/v1/drafts, message-service",
        "PUT, /api/v1/drafts/7/9, message-service",
        "PUT, /api/v1/presence, message-service",
        "GET, /api/v1/chats/7/receipts, message-service",
        "GET, /api/v1/chats/7/messages/9/receipts, message-service",
        "PUT, /api/v1/receipts/preference, message-service",
        "GET, /api/v1/conversations, message-service",
        "GET, /api/v1/search/messages, message-service",
        "POST, /api/v1/media/uploads, media-service",
        "PATCH, /api/v1/media/uploads/7, media-service",
        "DELETE, /api/v1/media/uploads/7, media-service",
        "GET, /api/v1/media/limits, media-service",
        "GET, /api/v1/media?ids=7%2C8, media-service",
        "GET, /api/v1/media/7, media-service",
        "DELETE, /api/v1/media/7, media-service",
        "GET, /api/v1/media/7/content/small?download=1, media-service",
        "GET, /api/v1/media/chats/7?kind=image&kind=video, media-service",
        "POST, /api/v1/reminders, scheduler-service",
        "GET, /api/v1/reminders?state=waiting, scheduler-service",
        "PATCH, /api/v1/reminders/7, scheduler-service",
        "POST, /api/v1/reminders/7/snooze, scheduler-service",
        "DELETE, /api/v1/reminders/7, scheduler-service",
        "POST, /api/v1/scheduled-messages, scheduler-service",
        "GET, /api/v1/scheduled-messages?chatId=7, scheduler-service",
        "POST, /api/v1/scheduled-messages/7/send, scheduler-service",
        "GET, /api/v1/notifications?unread=true, notification-service",
        "GET, /api/v1/notifications/unread, notification-service",
        "POST, /api/v1/notifications/read, notification-service",
        "PUT, /api/v1/notifications/chats/7, notification-service",
        "POST, /api/v1/translate, translation-service",
        "GET, /api/v1/translate?text=%C2%BFqu%C3%A9%3F&target=en, translation-service",
        "POST, /api/v1/translate/batch, translation-service",
        "PUT, /api/v1/translate/preferences/chats/7, translation-service",
        "GET, /api/v1/chats/7/translations?seqs=1%2C2&language=en, translation-service",
        "POST, /api/v1/chats/7/glossary, translation-service",
        "DELETE, /api/v1/chats/7/glossary/9, translation-service",
    })
    void pathsShouldReachTheirService(String method, String path, String service) {
        expect(method, path)
                .jsonPath("$.service")
                .isEqualTo(service)
                .jsonPath("$.uri")
                .isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/api/auth/login, auth-service, /api/v1/auth/login",
        "POST, /v1/api/auth/register, auth-service, /api/v1/auth/register",
        "GET, /v1/api/chats?limit=2, chat-service, /api/v1/chats?limit=2",
        "GET, /v1/api/chats/public, chat-service, /api/v1/chats/public",
        "POST, /v1/api/chats/private, chat-service, /api/v1/chats/private",
        "DELETE, /v1/api/chats/private/7, chat-service, /api/v1/chats/7",
        "POST, /v1/api/chats/gruop, chat-service, /api/v1/chats/group",
        "PUT, /v1/api/chats/gruop/7, chat-service, /api/v1/chats/7",
        "GET, /v1/api/chats/group/7/messages, message-service, /api/v1/chats/7/messages",
        "GET, /v1/api/media/7/content/small, media-service, /api/v1/media/7/content/small",
    })
    void pathsOfTheOlderLayoutShouldReachTheirService(
            String method, String path, String service, String today) {
        expect(method, path)
                .jsonPath("$.service")
                .isEqualTo(service)
                .jsonPath("$.uri")
                .isEqualTo(today);
    }

    private WebTestClient.BodyContentSpec expect(String method, String path) {
        return client.method(HttpMethod.valueOf(method))
                .uri(address(path))
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(ANA))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    @Test
    void keysShouldBePublic() {
        client.get()
                .uri("/.well-known/jwks.json")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.service")
                .isEqualTo("auth-service");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/nothing",
                "/api/v2/chats",
                "/api/actuator/prometheus",
                "/actuator/gateway/routes",
                "/docs/openapi/discovery.yaml",
                "/docs/openapi/auth-service",
                "/v1/users"
            })
    void otherPathsShouldBeProblems(String path) {
        client.get()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(ANA))
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:tertulia:problem:not-found")
                .jsonPath("$.traceId")
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/users/../../actuator/prometheus",
                "/api/v1/users/%2e%2e/%2e%2e/actuator/prometheus",
                "/api/v1/users/..;/actuator",
                "/api/v1/users//../actuator"
            })
    void pathsThatClimbShouldReachNoService(String path) {
        var before = users.received().size();

        client.get()
                .uri(address(path))
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(ANA))
                .exchange()
                .expectStatus()
                .is4xxClientError();

        assertThat(users.received()).hasSize(before);
    }

    @Test
    void servicesShouldLearnWhoAsks() {
        client.get()
                .uri("/api/v1/users/me")
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(ANA))
                .header("X-Forwarded-For", "203.0.113.9")
                .header("X-Forwarded-Prefix", "/evil")
                .header("Forwarded", "for=203.0.113.9")
                .exchange()
                .expectBody()
                .jsonPath("$.headers.x-forwarded-for")
                .isEqualTo("127.0.0.1")
                .jsonPath("$.headers.x-forwarded-proto")
                .isEqualTo("http")
                .jsonPath("$.headers.x-forwarded-host")
                .isNotEmpty()
                .jsonPath("$.headers.x-forwarded-prefix")
                .doesNotExist()
                .jsonPath("$.headers.forwarded")
                .doesNotExist()
                .jsonPath("$.headers.authorization")
                .value(value -> assertThat((String) value).startsWith("Bearer "))
                .jsonPath("$.headers.traceparent")
                .isNotEmpty();
    }

    @Test
    void bodiesShouldArriveWhole() {
        client.post()
                .uri("/api/v1/chats/7/messages")
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(ANA))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"text\":\"¿Qué tal?\"}")
                .exchange()
                .expectBody()
                .jsonPath("$.body")
                .isEqualTo("{\"text\":\"¿Qué tal?\"}")
                .jsonPath("$.headers.content-type")
                .isEqualTo("application/json");
    }

    /** As it is, since the client would encode a path once more. */
    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
