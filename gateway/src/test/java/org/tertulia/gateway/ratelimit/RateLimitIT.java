package org.tertulia.gateway.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tertulia.gateway.testing.SocketClient;
import org.tertulia.gateway.testing.TestRegister;
import org.tertulia.gateway.testing.Upstream;
import org.tertulia.test.ServiceTest;
import org.tertulia.test.TestSocket;
import org.tertulia.test.TestTokens;

@ServiceTest(
        properties = {
            "tertulia.gateway.upstream.register-age=0",
            "tertulia.gateway.ratelimit.limits.login.requests=3",
            "tertulia.gateway.ratelimit.limits.login.period=1h",
            "tertulia.gateway.ratelimit.limits.mail_link.requests=3",
            "tertulia.gateway.ratelimit.limits.mail_link.period=1h",
            "tertulia.gateway.ratelimit.limits.person.requests=5",
            "tertulia.gateway.ratelimit.limits.person.period=1h",
            "tertulia.gateway.ratelimit.limits.content.requests=4",
            "tertulia.gateway.ratelimit.limits.content.period=1h",
            "tertulia.gateway.ratelimit.limits.calendar.requests=2",
            "tertulia.gateway.ratelimit.limits.calendar.period=1h",
            "tertulia.gateway.ratelimit.limits.upload.requests=3",
            "tertulia.gateway.ratelimit.limits.upload.period=1h",
            "tertulia.gateway.ratelimit.limits.translation.requests=3",
            "tertulia.gateway.ratelimit.limits.translation.period=1h",
            "tertulia.gateway.ratelimit.limits.realtime.requests=2",
            "tertulia.gateway.ratelimit.limits.realtime.period=1h"
        })
@Import(TestRegister.class)
class RateLimitIT {

    @LocalServerPort private int port;
    @Autowired private WebTestClient client;
    @Autowired private TestRegister register;
    private Upstream service;

    @BeforeEach
    void start() {
        service = Upstream.echo("any");
        register.list("auth-service", service.port());
        register.list("chat-service", service.port());
        register.list("media-service", service.port());
        register.list("message-service");
        register.list("notification-service", service.port());
        register.list("scheduler-service", service.port());
        register.list("translation-service", service.port());
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void loginsShouldBeLimitedByAddressInWhateverWayThePathIsWritten() {
        for (var path :
                new String[] {"/api/v1/auth/login", "/v1/api/auth/login", "/api/v1/auth/%6cogin"}) {
            login(path).expectStatus().isOk();
        }

        for (var path :
                new String[] {"/api/v1/auth/login", "/v1/api/auth/login", "/api/v1/auth/%6cogin"}) {
            login(path)
                    .expectStatus()
                    .isEqualTo(429)
                    .expectHeader()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .expectHeader()
                    .value(
                            HttpHeaders.RETRY_AFTER,
                            seconds ->
                                    assertThat(Integer.parseInt(seconds)).isBetween(1_100, 1_200))
                    .expectHeader()
                    .value("RateLimit", state -> assertThat(state).contains("\"login\";r=0;t="))
                    .expectHeader()
                    .value(
                            "RateLimit-Policy",
                            policy ->
                                    assertThat(policy)
                                            .contains(
                                                    "\"address\";q=6000;w=60",
                                                    "\"login\";q=3;w=3600"))
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("urn:tertulia:problem:rate-limited");
        }
        assertThat(service.received()).hasSize(3);
    }

    /** Looking at the page counts as any request does; following the links is what is limited. */
    @Test
    void linksInMailsShouldBeLimitedByAddress() {
        var email = "/api/v1/notifications/email";
        for (var path : new String[] {"/confirmations", "/unsubscribe?token=1", "/unsubscribe"}) {
            client.post().uri(email + path).exchange().expectStatus().isOk();
        }

        client.post()
                .uri(email + "/unsubscribe?token=2")
                .exchange()
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .value("RateLimit", state -> assertThat(state).contains("\"mail_link\";r=0;t="));
        client.get().uri(email + "/unsubscribe?token=2").exchange().expectStatus().isOk();
    }

    @Test
    void aPersonShouldBeLimitedOnAllSessionsAndOthersNot() {
        var ana = UUID.randomUUID();
        for (var left = 4; left >= 0; left--) {
            var state = "\"person\";r=" + left;
            ask(TestTokens.accessToken(ana, UUID.randomUUID()))
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .value("RateLimit", value -> assertThat(value).contains(state));
        }

        ask(TestTokens.accessToken(ana, UUID.randomUUID())).expectStatus().isEqualTo(429);
        ask(TestTokens.accessToken(UUID.randomUUID())).expectStatus().isOk();
    }

    @Test
    void newSocketsShouldHaveALimitOfTheirOwn() {
        var ana = UUID.randomUUID();

        assertThat(refusal(ana)).isEqualTo(503);
        expectRetryAfter(ana, 503, 2, 2);
        expectRetryAfter(ana, 429, 1_700, 1_800);
        ask(TestTokens.accessToken(ana)).expectStatus().isOk();
    }

    @Test
    void whatIsTranslatedShouldHaveALimitOfItsOwnToo() {
        var ana = TestTokens.accessToken(UUID.randomUUID());
        for (var path :
                new String[] {
                    "/api/v1/translate",
                    "/api/v1/%74ranslate/batch",
                    "/api/v1/chats/7/translations?seqs=1"
                }) {
            translate(path, ana)
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .value(
                            "RateLimit",
                            value -> assertThat(value).contains("\"person\"", "\"translation\""));
        }

        translate("/api/v1/translate", ana).expectStatus().isEqualTo(429);
        translate("/api/v1/translate/languages", ana).expectStatus().isOk();
    }

    @Test
    void uploadsShouldHaveALimitOfTheirOwn() {
        var ana = TestTokens.accessToken(UUID.randomUUID());
        for (var left = 2; left >= 0; left--) {
            var state = "\"upload\";r=" + left;
            uploadPiece(ana)
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .value("RateLimit", value -> assertThat(value).contains(state));
        }

        uploadPiece(ana).expectStatus().isEqualTo(429);
        ask(ana).expectStatus()
                .isOk()
                .expectHeader()
                .value("RateLimit", value -> assertThat(value).contains("\"person\";r=4"));
    }

    @Test
    void picturesShouldBeLimitedByAddressAndByNothingElse() {
        var ana = TestTokens.accessToken(UUID.randomUUID());
        for (var left = 3; left >= 0; left--) {
            var state = "\"content\";r=" + left;
            picture(left % 2 == 0 ? null : ana)
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .value(
                            "RateLimit",
                            value ->
                                    assertThat(value)
                                            .contains(state)
                                            .doesNotContain("address", "person"));
        }

        picture(null).expectStatus().isEqualTo(429);
        picture(ana).expectStatus().isEqualTo(429);
        ask(ana).expectStatus()
                .isOk()
                .expectHeader()
                .value("RateLimit", value -> assertThat(value).contains("\"person\";r=4"));
    }

    @Test
    void calendarsShouldNeedNoTokenAndBeLimitedByAddress() {
        calendar("one").expectStatus().isOk();
        calendar("other").expectStatus().isOk();

        calendar("one")
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .value(
                        "RateLimit",
                        value -> assertThat(value).contains("\"calendar\";r=0", "\"address\""));
        ask(TestTokens.accessToken(UUID.randomUUID())).expectStatus().isOk();
    }

    private WebTestClient.ResponseSpec calendar(String token) {
        return client.get().uri("/api/v1/reminders/feed/{token}.ics", token).exchange();
    }

    @Test
    void filesShouldSayNothingOfLimits() {
        client.get().uri("/").exchange().expectHeader().doesNotExist("RateLimit");
    }

    private WebTestClient.ResponseSpec login(String path) {
        return client.post()
                .uri(URI.create("http://127.0.0.1:" + port + path))
                .bodyValue("{}")
                .exchange();
    }

    private WebTestClient.ResponseSpec ask(String token) {
        return client.get()
                .uri("/api/v1/chats")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange();
    }

    private WebTestClient.ResponseSpec translate(String path, String token) {
        return client.get()
                .uri(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange();
    }

    private WebTestClient.ResponseSpec uploadPiece(String token) {
        return client.patch()
                .uri("/api/v1/media/uploads/7")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .bodyValue(new byte[100_000])
                .exchange();
    }

    private WebTestClient.ResponseSpec picture(@Nullable String token) {
        var request = client.get().uri("/api/v1/media/7/content/small?person=9");
        return (token == null
                        ? request
                        : request.header(HttpHeaders.AUTHORIZATION, "Bearer " + token))
                .exchange();
    }

    private void expectRetryAfter(UUID person, int status, long least, long most) {
        var answer =
                TestSocket.to(port, "/api/v1/realtime")
                        .subprotocolToken(TestTokens.accessToken(person))
                        .answer();
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValueAsLong(HttpHeaders.RETRY_AFTER).orElseThrow())
                .isBetween(least, most);
    }

    private int refusal(UUID person) {
        try (var socket =
                SocketClient.to(port)
                        .protocols("tertulia.v1", TestTokens.bearerSubprotocol(person))
                        .connect()) {
            throw new AssertionError("Accepted with " + socket.subprotocol());
        } catch (SocketClient.Refused refused) {
            return refused.status();
        }
    }
}
