package org.tertulia.local.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tertulia.local.part.PartFailure;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The gateway's REST interface as seen by one person. A request that is refused because there were
 * too many, or because a service is away for a moment, is repeated after the time the answer names.
 */
final class PublicApi implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<Integer> TRY_AGAIN = Set.of(429, 503);
    private static final int TRIES = 8;
    private static final int LONGEST_PAUSE_SECONDS = 30;

    /**
     * An answer.
     *
     * @param status the HTTP status
     * @param body the JSON; a missing node when there was none
     */
    record Answer(int status, JsonNode body) {
        boolean isOk() {
            return status / 100 == 2;
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    /**
     * @param address the gateway, such as {@code http://localhost:8080}
     */
    PublicApi(String address) {
        this.base = address + "/api/v1";
    }

    Answer get(String path, String token) {
        return send("GET", path, token, null);
    }

    Answer post(String path, @Nullable String token, Map<String, ?> body) {
        return send("POST", path, token, body);
    }

    Answer put(String path, String token, Map<String, ?> body) {
        return send("PUT", path, token, body);
    }

    /** All items of a list, page by page. */
    List<JsonNode> list(String path, String token) {
        var items = new ArrayList<JsonNode>();
        var cursor = "";
        while (true) {
            var page = require(get(path + "?limit=100" + cursor, token), path);
            page.get("items").forEach(items::add);
            var next = page.path("next").asString("");
            if (next.isEmpty()) {
                return items;
            }
            cursor = "&cursor=" + next;
        }
    }

    /**
     * The body of an answer that must be a success.
     *
     * @throws PartFailure with the problem the gateway told
     */
    static JsonNode require(Answer answer, String what) {
        if (!answer.isOk()) {
            throw new PartFailure(
                    "%s was answered with %d: %s".formatted(what, answer.status(), answer.body()));
        }
        return answer.body();
    }

    private Answer send(
            String method, String path, @Nullable String token, @Nullable Map<String, ?> body) {
        try {
            for (var attempt = 1; ; attempt++) {
                var response = http.send(request(method, path, token, body), text());
                if (attempt == TRIES || !TRY_AGAIN.contains(response.statusCode())) {
                    return new Answer(response.statusCode(), parse(response.body()));
                }
                pause(response);
            }
        } catch (IOException e) {
            throw new PartFailure("The gateway does not answer at " + base, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure("Interrupted", e);
        }
    }

    private HttpRequest request(
            String method, String path, @Nullable String token, @Nullable Map<String, ?> body) {
        var request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .timeout(Duration.ofSeconds(15))
                        .header("Content-Type", "application/json");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(
                                        JSON.writeValueAsString(body)))
                .build();
    }

    private static HttpResponse.BodyHandler<String> text() {
        return HttpResponse.BodyHandlers.ofString();
    }

    private static JsonNode parse(String body) {
        return body.isBlank() ? JSON.missingNode() : JSON.readTree(body);
    }

    private static void pause(HttpResponse<?> response) throws InterruptedException {
        var asked = response.headers().firstValueAsLong("Retry-After").orElse(1);
        var seconds = Math.clamp(asked, 1, LONGEST_PAUSE_SECONDS);
        var unused = new CountDownLatch(1).await(seconds, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        http.close();
    }
}
