package org.tertulia.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.RequestBodySpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.tertulia.test.ServiceTest;
import org.tertulia.test.StubService;
import org.tertulia.test.TestTokens;
import org.tertulia.user.profile.Profiling;
import tools.jackson.databind.JsonNode;

/** The running service, beside an auth and a media service that say what a test wants; one for all test classes. */
@ServiceTest
abstract class UserApi {

    static final StubService AUTH_SERVICE = StubService.named("auth-service");
    static final StubService MEDIA_SERVICE = StubService.named("media-service");
    static final Duration LIMIT = Duration.ofSeconds(10);
    static final String ACCOUNT = "/api/v1/auth/account";

    @Autowired WebTestClient client;
    @Autowired DatabaseClient database;

    @DynamicPropertySource
    static void whereTheOthersAre(DynamicPropertyRegistry properties) {
        AUTH_SERVICE.register(properties);
        MEDIA_SERVICE.register(properties);
    }

    /** Somebody with a profile. */
    UUID person(String handle, String displayName) {
        var id = Profiling.store(database, handle, displayName).block(LIMIT);
        return Objects.requireNonNull(id).value();
    }

    /** Somebody with a profile, called something. */
    UUID person() {
        return person(unique("p"), "Somebody");
    }

    /** A word that nobody used before. */
    static String unique(String prefix) {
        return prefix + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    /** The auth service says this of whoever asks. */
    static void authServiceKnows(UUID id, String handle, @Nullable String language) {
        var json =
                """
                {"id":"%s","handle":"%s","displayName":"Fresh","email":"a@example.org","language":%s,
                 "createdAt":"2026-11-01T12:00:00.123456789Z"}
                """;
        var quoted = language == null ? "null" : "\"" + language + "\"";
        AUTH_SERVICE.answer(
                "GET", ACCOUNT, 200, String.format(Locale.ROOT, json, id, handle, quoted));
    }

    RequestBodySpec request(HttpMethod method, UUID person, String path) {
        return client.method(method)
                .uri("/api/v1/users" + path)
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(person));
    }

    ResponseSpec get(UUID person, String path) {
        return request(HttpMethod.GET, person, path).exchange();
    }

    ResponseSpec put(UUID person, String path, Map<String, ?> body) {
        return request(HttpMethod.PUT, person, path).bodyValue(body).exchange();
    }

    static JsonNode json(ResponseSpec response) {
        var body = response.expectBody(JsonNode.class).returnResult().getResponseBody();
        return Objects.requireNonNull(body, "no body");
    }

    static JsonNode expect(int status, ResponseSpec response) {
        return json(response.expectStatus().isEqualTo(status));
    }

    static JsonNode expectProblem(ResponseSpec response, int status, String slug) {
        var problem = expect(status, response);
        assertThat(problem.path("type").asString()).isEqualTo("urn:tertulia:problem:" + slug);
        return problem;
    }
}
