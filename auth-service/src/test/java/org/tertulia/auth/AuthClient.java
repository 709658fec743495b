package org.tertulia.auth;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A client of the auth service in tests: people register and do things by HTTP. */
@TestComponent
public class AuthClient {

    /** A page that may use the cookie. */
    public static final String ORIGIN = "https://chat.example.org";

    /** A password nobody guesses. */
    public static final String PASSWORD = "tres tristes tigres";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final WebTestClient http;

    AuthClient(WebTestClient http) {
        this.http = http;
    }

    /** What a client holds when it is logged in. */
    public record Tokens(
            String accessToken,
            String tokenType,
            long expiresIn,
            @Nullable String refreshToken,
            Person user,
            UUID sessionId) {

        /** The refresh token of one that asked for it in the body. */
        public String refresh() {
            if (refreshToken == null) {
                throw new AssertionError("No refresh token in the body");
            }
            return refreshToken;
        }
    }

    /** Whom the tokens are for. */
    public record Person(UUID id, String handle, String displayName) {}

    /** For requests of other kinds. */
    public WebTestClient http() {
        return http;
    }

    /** A handle that no other test has. */
    public static String newHandle() {
        return "person" + COUNT.incrementAndGet();
    }

    /** A registration that will succeed. */
    public static Map<String, Object> registration(String handle) {
        return new HashMap<>(
                Map.of(
                        "handle",
                        handle,
                        "displayName",
                        "Person " + handle,
                        "email",
                        handle + "@example.org",
                        "password",
                        PASSWORD));
    }

    /** A new person, logged in. */
    public Tokens register() {
        return register(newHandle());
    }

    /** A new person with this handle, logged in. */
    public Tokens register(String handle) {
        return tokens(post("register", registration(handle)).expectStatus().isCreated());
    }

    /** Another session of a registered person. */
    public Tokens login(String login) {
        return tokens(
                post("login", Map.of("login", login, "password", PASSWORD)).expectStatus().isOk());
    }

    /** The answer to a refresh with the token in the body. */
    public WebTestClient.ResponseSpec refresh(String refreshToken) {
        return post("refresh", Map.of("refreshToken", refreshToken));
    }

    /** The answer to an anonymous POST with JSON. */
    public WebTestClient.ResponseSpec post(String action, Object body) {
        return http.post().uri("/api/v1/auth/" + action).bodyValue(body).exchange();
    }

    /** The answer to a request without a body by whoever the token names. */
    public WebTestClient.ResponseSpec as(Tokens person, HttpMethod method, String path) {
        return http.method(method)
                .uri("/api/v1/auth/" + path)
                .headers(headers -> headers.setBearerAuth(person.accessToken()))
                .exchange();
    }

    /** The answer to a PUT of JSON by whoever the token names. */
    public WebTestClient.ResponseSpec put(Tokens person, String path, Object body) {
        return http.put()
                .uri("/api/v1/auth/" + path)
                .headers(headers -> headers.setBearerAuth(person.accessToken()))
                .bodyValue(body)
                .exchange();
    }

    /** Whether the access token is still accepted. */
    public boolean isAccepted(Tokens person) {
        return as(person, HttpMethod.GET, "account").returnResult(Void.class).getStatus().value()
                == 200;
    }

    /** Reads the tokens of an answer. */
    public static Tokens tokens(WebTestClient.ResponseSpec answer) {
        var tokens = answer.expectBody(Tokens.class).returnResult().getResponseBody();
        if (tokens == null) {
            throw new AssertionError("An answer without tokens");
        }
        return tokens;
    }

    /** Expects a problem of this type. */
    public static WebTestClient.BodyContentSpec expectProblem(
            WebTestClient.ResponseSpec answer, int status, String slug) {
        return answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:tertulia:problem:" + slug)
                .jsonPath("$.status")
                .isEqualTo(status);
    }
}
