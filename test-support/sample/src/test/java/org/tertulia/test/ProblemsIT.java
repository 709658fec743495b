package org.tertulia.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@SampleTest
class ProblemsIT {

    private static final String BOARD = "/api/v1/boards/%s/notes".formatted(FixedIds.id(1));

    @Autowired private WebTestClient client;

    @ParameterizedTest
    @CsvSource({
        "/api/v1/faults/domain, 409, kettle-empty",
        "/api/v1/faults/limited, 429, rate-limited",
        "/api/v1/faults/unexpected, 500, internal-error",
        "/api/v1/faults/thrown, 500, internal-error",
        "/api/v1/faults/timeout, 503, service-unavailable",
        "/api/v1/faults/status, 410, gone",
        "/api/v1/faults/empty, 404, not-found",
        "/api/v1/faults/boards/00000000-0000-7000-8000-000000000001, 400, malformed-request",
        "/api/v1/faults/boards/not-a-uuid?depth=1, 400, malformed-request",
        "/api/v1/faults/boards/00000000-0000-7000-8000-000000000001?depth=deep, 400, malformed-request",
        "/api/v1/boards/00000000-0000-7000-8000-000000000001/notes?limit=0, 400, validation-failed",
        "/api/v1/boards/00000000-0000-7000-8000-000000000001/notes?cursor=x, 400, malformed-request",
        "/nowhere, 404, not-found"
    })
    void everyErrorShouldBeAProblemOfItsType(String path, int status, String slug) {
        var problem = Requests.expectProblem(get(path), status, slug);

        assertThat(problem.get("instance")).isEqualTo(path.replaceAll("\\?.*", ""));
        assertThat(problem.get("detail")).isInstanceOf(String.class);
        assertThat(problem.get("traceId")).asString().matches("[0-9a-f]{32}");
        assertThat(problem.toString()).doesNotContain("secret", "Exception", "tertulia.sample");
    }

    @Test
    void aRefusedValueShouldBeNamed() {
        var response = post(Map.of("text", " "));

        var problem = Requests.expectProblem(response, 400, "validation-failed");

        assertThat(problem.get("errors"))
                .isEqualTo(List.of(Map.of("field", "text", "message", "must not be blank")));
    }

    @Test
    void aValueOfTheWrongTypeShouldBeMalformed() {
        Requests.expectProblem(post(Map.of("text", Map.of("a", 1))), 400, "malformed-request");
    }

    @Test
    void anUnknownPropertyShouldBePassedOver() {
        post(Map.of("text", "hello", "colour", "green")).expectStatus().isCreated();
    }

    @Test
    void theValuesThatADomainProblemNamesShouldBeTold() {
        var problem = Requests.expectProblem(get("/api/v1/faults/domain"), 409, "kettle-empty");

        assertThat(problem.get("title")).isEqualTo("The kettle is empty");
        assertThat(problem.get("detail")).isEqualTo("Fill it first.");
        assertThat(problem.get("errors"))
                .isEqualTo(List.of(Map.of("field", "water", "message", "must be hot")));
    }

    @Test
    void aTemporaryProblemShouldSayWhenToComeBack() {
        get("/api/v1/faults/limited").expectHeader().valueEquals(HttpHeaders.RETRY_AFTER, "2");
        get("/api/v1/faults/timeout").expectHeader().exists(HttpHeaders.RETRY_AFTER);
    }

    @Test
    void aResponseThatTheClientDoesNotAcceptShouldBeNotAcceptable() {
        var response =
                client.get()
                        .uri(BOARD)
                        .accept(MediaType.IMAGE_PNG)
                        .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(UUID.randomUUID()))
                        .exchange();

        Requests.expectProblem(response, 406, "not-acceptable");
    }

    @Test
    void aProblemShouldNotBeCached() {
        get("/nowhere").expectHeader().valueEquals(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private ResponseSpec get(String path) {
        return client.get()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(UUID.randomUUID()))
                .exchange();
    }

    private ResponseSpec post(Map<String, ?> body) {
        return client.post()
                .uri(BOARD)
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(UUID.randomUUID()))
                .bodyValue(body)
                .exchange();
    }
}
