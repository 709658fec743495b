package org.tertulia.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * What a service owes everybody whose token is missing or bad: a 401 with a challenge and a problem that tells nothing,
 * on every path and at every WebSocket, for each way in which a token can be bad (RFC 6750, RFC 8725, RFC 9068).
 * Implemented by the {@link ServiceTest} of each service.
 */
public interface SecurityContract {

    /** Requests that need a token, such as {@code GET /api/v1/users/me}; with any ids. */
    List<String> securedRequests();

    /** Paths of WebSockets that need a token. */
    default List<String> securedSockets() {
        return List.of();
    }

    /** Requests that nobody needs a token for. */
    default List<String> publicRequests() {
        return List.of("GET /livez", "GET /readyz", "GET /openapi.yaml");
    }

    /** What makes the tokens. */
    default TokenForge tokens() {
        return TestTokens.forge();
    }

    /** No token: refused. */
    @Test
    default void aRequestWithoutATokenShouldBeRefused(@Autowired WebTestClient client) {
        var softly = new SoftAssertions();
        for (var line : securedRequests()) {
            expectRefused(softly, line, Requests.request(client, line).exchange());
        }
        softly.assertAll();
    }

    /** Each kind of bad token: refused. */
    @Test
    default void aRequestWithABadTokenShouldBeRefused(@Autowired WebTestClient client) {
        var softly = new SoftAssertions();
        for (var line : securedRequests()) {
            tokens().badTokens(UUID.randomUUID())
                    .forEach(
                            (kind, token) ->
                                    expectRefused(
                                            softly,
                                            line + " with a token that is " + kind,
                                            Requests.withToken(client, line, token)));
        }
        softly.assertAll();
    }

    /** A good token in the URL, where logs would keep it: refused (RFC 6750, 5.3). */
    @Test
    default void aTokenInTheUrlShouldBeRefused(@Autowired WebTestClient client) {
        var softly = new SoftAssertions();
        for (var line : securedRequests()) {
            var separator = line.contains("?") ? "&" : "?";
            var token = tokens().accessToken(UUID.randomUUID());
            var response =
                    Requests.request(client, line + separator + "access_token=" + token).exchange();
            expectRefused(softly, line + " with the token in the URL", response);
        }
        softly.assertAll();
    }

    /** A good token: whatever the answer, it is not a 401. */
    @Test
    default void aRequestWithAGoodTokenShouldBeLetIn(@Autowired WebTestClient client) {
        var softly = new SoftAssertions();
        for (var line : securedRequests()) {
            var token = tokens().accessToken(UUID.randomUUID());
            var result = Requests.withToken(client, line, token).expectBody().returnResult();
            softly.assertThat(result.getStatus().value()).as(line).isNotEqualTo(401);
        }
        softly.assertAll();
    }

    /** What is public stays public, also for somebody with no token. */
    @Test
    default void aPublicRequestShouldNeedNoToken(@Autowired WebTestClient client) {
        var softly = new SoftAssertions();
        for (var line : publicRequests()) {
            var result = Requests.request(client, line).exchange().expectBody().returnResult();
            softly.assertThat(result.getStatus().value()).as(line).isNotIn(401, 403);
        }
        softly.assertAll();
    }

    /** A WebSocket upgrade with no token, or a bad one as header or subprotocol: refused before the upgrade. */
    @Test
    default void aSocketWithABadTokenShouldBeRefused(@Value("${local.server.port}") int port) {
        for (var path : securedSockets()) {
            assertThat(TestSocket.to(port, path).refusal()).as(path).isEqualTo(401);
            tokens().badTokens(UUID.randomUUID())
                    .forEach(
                            (kind, token) -> {
                                var socket = TestSocket.to(port, path);
                                assertThat(socket.subprotocolToken(token).refusal())
                                        .as("%s as subprotocol, %s", path, kind)
                                        .isEqualTo(401);
                                assertThat(socket.headerToken(token).refusal())
                                        .as("%s as header, %s", path, kind)
                                        .isEqualTo(401);
                            });
        }
    }

    private static void expectRefused(
            SoftAssertions softly, String what, WebTestClient.ResponseSpec response) {
        var result = response.expectBody().returnResult();
        softly.assertThat(result.getStatus().value()).as(what).isEqualTo(401);
        softly.assertThat(header(result, HttpHeaders.WWW_AUTHENTICATE))
                .as("the challenge of " + what)
                .startsWith("Bearer");
        softly.assertThat(header(result, HttpHeaders.CONTENT_TYPE))
                .as("the media type of " + what)
                .startsWith("application/problem+json");
        softly.assertThat(text(result.getResponseBody()))
                .as("the problem of " + what)
                .contains("\"urn:tertulia:problem:unauthenticated\"");
    }

    private static String text(byte @Nullable [] body) {
        return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    }

    private static String header(EntityExchangeResult<?> result, String name) {
        return Objects.requireNonNullElse(result.getResponseHeaders().getFirst(name), "");
    }
}
