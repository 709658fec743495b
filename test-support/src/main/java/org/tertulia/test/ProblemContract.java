package org.tertulia.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/**
 * Every request that cannot be served is answered with problem details (RFC 9457) of the standard types. Implemented
 * by the {@link ServiceTest} of each service.
 */
public interface ProblemContract {

    /** A path that takes a JSON body by POST and does not take PATCH. */
    String pathOfAPost();

    /** The value of {@code Authorization} that the path takes. */
    default String authorization() {
        return TestTokens.bearer(UUID.randomUUID());
    }

    /** A path that leads nowhere: 404. */
    @Test
    default void anUnknownPathShouldBeNotFound(@Autowired WebTestClient client) {
        var path = "/api/v1/there-is-no-such-path";
        var response =
                client.get()
                        .uri(path)
                        .header(HttpHeaders.AUTHORIZATION, authorization())
                        .exchange();
        var problem = Requests.expectProblem(response, 404, "not-found");
        assertThat(problem.get("instance")).isEqualTo(path);
    }

    /** A method the path does not have: 405, with those it has. */
    @Test
    default void anUnsupportedMethodShouldBeToldTheOthers(@Autowired WebTestClient client) {
        var response =
                client.method(HttpMethod.PATCH)
                        .uri(pathOfAPost())
                        .header(HttpHeaders.AUTHORIZATION, authorization())
                        .exchange();
        response.expectHeader()
                .value(HttpHeaders.ALLOW, allow -> assertThat(allow).contains("POST"));
        Requests.expectProblem(response, 405, "method-not-allowed");
    }

    /** Text that is not JSON: 400, and no word of the parser's reaches the client. */
    @Test
    default void anUnreadableBodyShouldBeMalformed(@Autowired WebTestClient client) {
        var response = post(client, MediaType.APPLICATION_JSON, "{\"text\": ");
        var problem = Requests.expectProblem(response, 400, "malformed-request");
        assertThat(problem.toString()).doesNotContainIgnoringCase("jackson", "exception");
    }

    /** No body at all: 400. */
    @Test
    default void aMissingBodyShouldBeMalformed(@Autowired WebTestClient client) {
        var response =
                client.post()
                        .uri(pathOfAPost())
                        .header(HttpHeaders.AUTHORIZATION, authorization())
                        .contentType(MediaType.APPLICATION_JSON)
                        .exchange();
        Requests.expectProblem(response, 400, "malformed-request");
    }

    /** A body that is not JSON by its type: 415. */
    @Test
    default void anotherMediaTypeShouldBeUnsupported(@Autowired WebTestClient client) {
        var response = post(client, MediaType.TEXT_PLAIN, "hello");
        Requests.expectProblem(response, 415, "unsupported-media-type");
    }

    /** A body of more than 64 KiB: 413. */
    @Test
    default void aBodyOverTheLimitShouldBeTooLarge(@Autowired WebTestClient client) {
        var large = "{\"text\": \"%s\"}".formatted("x".repeat(70 * 1024));
        var response = post(client, MediaType.APPLICATION_JSON, large);
        Requests.expectProblem(response, 413, "payload-too-large");
    }

    private ResponseSpec post(WebTestClient client, MediaType type, String body) {
        return client.post()
                .uri(pathOfAPost())
                .header(HttpHeaders.AUTHORIZATION, authorization())
                .contentType(type)
                .bodyValue(body)
                .exchange();
    }
}
