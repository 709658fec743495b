package org.tertulia.test;

import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Requests written as one line, such as {@code GET /api/v1/users/me}, and what an answered problem must look like. */
final class Requests {

    private Requests() {}

    static WebTestClient.RequestBodySpec request(WebTestClient client, String line) {
        var space = line.indexOf(' ');
        var method = HttpMethod.valueOf(line.substring(0, space));
        return patient(client).method(method).uri(line.substring(space + 1).strip());
    }

    /** A document of an API is longer than what a service takes. */
    private static WebTestClient patient(WebTestClient client) {
        return client.mutate().codecs(it -> it.defaultCodecs().maxInMemorySize(1 << 20)).build();
    }

    static ResponseSpec withToken(WebTestClient client, String line, String token) {
        return request(client, line).headers(headers -> headers.setBearerAuth(token)).exchange();
    }

    /** Checks status, media type and the members that every problem has; returns them. */
    static Map<?, ?> expectProblem(ResponseSpec response, int status, String slug) {
        var problem =
                response.expectStatus()
                        .isEqualTo(status)
                        .expectHeader()
                        .contentTypeCompatibleWith("application/problem+json")
                        .expectBody(Map.class)
                        .returnResult()
                        .getResponseBody();
        if (problem == null) {
            throw new AssertionError("The problem has no body");
        }
        var type = "urn:tertulia:problem:" + slug;
        if (!type.equals(problem.get("type"))
                || !Integer.valueOf(status).equals(problem.get("status"))
                || !(problem.get("title") instanceof String title)
                || title.isBlank()) {
            throw new AssertionError("Not a problem of type %s: %s".formatted(type, problem));
        }
        return problem;
    }
}
