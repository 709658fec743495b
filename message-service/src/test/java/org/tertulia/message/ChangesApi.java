package org.tertulia.message;

import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.tertulia.test.TestSocket;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** People who change messages, over HTTP and over their connections. */
abstract class ChangesApi extends RealtimeApi {

    static final String HEART = "❤️";
    static final String MESSAGE = "/api/v1/chats/{chat}/messages/{seq}";
    static final String REACTION = MESSAGE + "/reactions/{emoji}";
    static final String PIN = MESSAGE + "/pin";
    static final JsonMapper JSON = JsonMapper.builder().build();

    /** A message over the WebSocket that changes another. */
    static String frame(String op, TestChat chat, long message, String further) {
        return "{\"op\":\"%s\",\"requestId\":\"%s\",\"chatId\":\"%s\",\"message\":%d%s}"
                .formatted(op, requestId(op, message), chat.id(), message, further);
    }

    static String requestId(String op, long message) {
        return op + " " + message;
    }

    static String reaction(String op, TestChat chat, long message, String emoji) {
        return frame(op, chat, message, ",\"emoji\":\"%s\"".formatted(emoji));
    }

    static String edit(TestChat chat, long message, int version, String text) {
        return frame(
                "message.edit",
                chat,
                message,
                ",\"version\":%d,\"text\":\"%s\"".formatted(version, text));
    }

    /** The answer to the frame, {@code done} or {@code error}. */
    static JsonNode answer(TestSocket.Connection connection, String op, long message) {
        return connection.await(f -> requestId(op, message).equals(f.path("requestId").asString()));
    }

    ResponseSpec edit(TestPerson person, TestChat chat, long seq, String ifMatch, String text) {
        return edit(client, person, chat, seq, ifMatch, text);
    }

    static ResponseSpec edit(
            WebTestClient at,
            TestPerson person,
            TestChat chat,
            long seq,
            String ifMatch,
            String text) {
        return at.put()
                .uri(MESSAGE, chat.id(), seq)
                .header("Authorization", person.bearer())
                .headers(
                        headers -> {
                            if (ifMatch != null) {
                                headers.set("If-Match", ifMatch);
                            }
                        })
                .bodyValue(Map.of("text", text))
                .exchange();
    }

    ResponseSpec put(TestPerson person, String uri, Object... variables) {
        return request(client, HttpMethod.PUT, person, uri, variables);
    }

    ResponseSpec delete(TestPerson person, String uri, Object... variables) {
        return request(client, HttpMethod.DELETE, person, uri, variables);
    }

    static ResponseSpec request(
            WebTestClient at,
            HttpMethod method,
            TestPerson person,
            String uri,
            Object... variables) {
        return at.method(method)
                .uri(uri, variables)
                .header("Authorization", person.bearer())
                .exchange();
    }

    static void expectProblem(ResponseSpec response, int status, String slug) {
        response.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo(PROBLEM + slug);
    }

    long lastSeq(TestPerson person, TestChat chat) {
        return steps.read(person, "/api/v1/chats/{id}/log", chat.id()).path("lastSeq").asLong();
    }
}
