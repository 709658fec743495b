package org.tertulia.message;

import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tertulia.test.TestSocket;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests about what is a person's own. */
record Personal(TestPerson person, WebTestClient client) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    WebTestClient.ResponseSpec bookmark(UUID chat, long seq) {
        return exchange(HttpMethod.PUT, "/api/v1/chats/{id}/messages/{seq}/bookmark", chat, seq);
    }

    WebTestClient.ResponseSpec unbookmark(UUID chat, long seq) {
        return exchange(HttpMethod.DELETE, "/api/v1/chats/{id}/messages/{seq}/bookmark", chat, seq);
    }

    private WebTestClient.ResponseSpec exchange(HttpMethod method, String uri, Object... ids) {
        return client.method(method)
                .uri(uri, ids)
                .header("Authorization", person.bearer())
                .exchange();
    }

    WebTestClient.ResponseSpec put(String uri, Map<String, ?> body, Object... ids) {
        return client.put()
                .uri(uri, ids)
                .header("Authorization", person.bearer())
                .bodyValue(body)
                .exchange();
    }

    /** A draft of the main conversation, as it is after the write. */
    JsonNode draft(UUID chat, String text, long baseVersion) {
        var body = Map.of("text", text, "baseVersion", baseVersion);
        return json(put("/api/v1/drafts/{id}", body, chat));
    }

    /** One's presence, as it is after the choice. */
    JsonNode presence(Map<String, ?> body) {
        return json(put("/api/v1/presence", body));
    }

    JsonNode list(String path) {
        return json(person.get(client, path));
    }

    static JsonNode json(WebTestClient.ResponseSpec response) {
        return JSON.readTree(
                response.expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody());
    }

    /** Waits for a frame that matches, of those after {@code earlier}. */
    static void awaitAfter(
            TestSocket.Connection connection, JsonNode earlier, Predicate<JsonNode> matching) {
        Awaitility.await()
                .until(
                        () ->
                                connection.frames().stream()
                                        .dropWhile(frame -> !frame.equals(earlier))
                                        .skip(1)
                                        .anyMatch(matching));
    }

    /** Waits for a presence of {@code subject} that says {@code status}. */
    static JsonNode awaitPresence(
            TestSocket.Connection connection, TestPerson subject, String status) {
        return connection.await(
                f ->
                        f.path("op").asString().equals("presence")
                                && f.path("userId").asString().equals(subject.id().toString())
                                && f.path("status").asString().equals(status));
    }
}
