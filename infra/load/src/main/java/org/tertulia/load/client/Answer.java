package org.tertulia.load.client;

import java.net.http.HttpHeaders;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * An HTTP answer of any status.
 *
 * @param status the status code
 * @param headers its headers
 * @param body its text; empty when there is none
 */
public record Answer(int status, HttpHeaders headers, String body) {
    private static final String PROBLEM = "urn:tertulia:problem:";

    /** Whether the status is 2xx. */
    public boolean isSuccess() {
        return status / 100 == 2;
    }

    /**
     * The body as a value.
     *
     * @throws UnexpectedAnswer when the status is not 2xx
     */
    public <T> T as(Class<T> type) {
        return Json.read(success().body(), type);
    }

    /**
     * The body as any JSON.
     *
     * @throws UnexpectedAnswer when the status is not 2xx
     */
    public JsonNode json() {
        return Json.tree(success().body());
    }

    /**
     * This answer.
     *
     * @throws UnexpectedAnswer when the status is not 2xx
     */
    public Answer success() {
        if (!isSuccess()) {
            throw new UnexpectedAnswer(this);
        }
        return this;
    }

    /** The last word of the problem's type, such as {@code not-found}; empty when it is no problem document. */
    public Optional<String> problem() {
        if (!contentType().startsWith("application/problem+json")) {
            return Optional.empty();
        }
        var type = Json.tree(body).path("type").asString("");
        return type.startsWith(PROBLEM)
                ? Optional.of(type.substring(PROBLEM.length()))
                : Optional.empty();
    }

    /** The media type; empty when none is told. */
    public String contentType() {
        return headers.firstValue("content-type").orElse("");
    }

    /** Whether the same request may succeed a little later: the service is away or too much was asked. */
    public boolean isTransient() {
        return status == 429 || status == 502 || status == 503 || status == 504;
    }
}
