package org.tertulia.message;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people do in one chat, over HTTP, and past it in SQL where another way in is not the subject. */
final class Talk {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final WebTestClient client;
    private final DatabaseClient database;
    private final UUID chat;

    Talk(WebTestClient client, DatabaseClient database, TestChat chat) {
        this.client = client;
        this.database = database;
        this.chat = chat.id();
    }

    UUID chat() {
        return chat;
    }

    /** Posts a text; the seq it got. */
    long say(TestPerson person, String text) {
        return say(person, Map.of("text", text)).path("seq").asLong();
    }

    /** Posts a text into a thread; the seq it got. */
    long say(TestPerson person, String text, long thread) {
        return say(person, Map.of("text", text, "thread", thread)).path("seq").asLong();
    }

    JsonNode say(TestPerson person, Map<String, Object> content) {
        var body = new HashMap<>(content);
        body.put("clientMessageId", UUID.randomUUID());
        return send(person, HttpMethod.POST, "/messages", body, 201);
    }

    JsonNode get(TestPerson person, String path) {
        return send(person, HttpMethod.GET, path, null, 200);
    }

    JsonNode put(TestPerson person, String path, Map<String, Object> body) {
        return send(person, HttpMethod.PUT, path, body, 200);
    }

    JsonNode delete(TestPerson person, String path) {
        return send(person, HttpMethod.DELETE, path, null, 200);
    }

    /** A path under the chat's; {@code body} may be null. */
    JsonNode send(TestPerson person, HttpMethod method, String path, Object body, int status) {
        var request =
                client.method(method)
                        .uri("/api/v1/chats/" + chat + path)
                        .header("Authorization", person.bearer());
        var answer = body == null ? request.exchange() : request.bodyValue(body).exchange();
        return JSON.readTree(
                answer.expectStatus()
                        .isEqualTo(status)
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody());
    }

    /** The chat in the person's list. */
    JsonNode conversation(TestPerson person) {
        return JSON.readTree(
                        person.get(client, "/api/v1/conversations?limit=100")
                                .expectStatus()
                                .isOk()
                                .expectBody(String.class)
                                .returnResult()
                                .getResponseBody())
                .path("items")
                .valueStream()
                .filter(c -> chat.toString().equals(c.path("chatId").asString()))
                .findFirst()
                .orElseThrow();
    }

    /** Edits by the function that the service uses; handles joined by commas. */
    void edit(TestPerson person, long seq, int version, String text, String handles, boolean all) {
        change(
                "SELECT * FROM edit_message('%s', %d, '%s', %d, '%s', '%s', %s, false, '{}', now(), null)"
                        .formatted(chat, seq, person.id(), version, text, handles, all));
    }

    void remove(TestPerson person, long seq) {
        change(
                "SELECT * FROM delete_message('%s', %d, '%s', now(), null)"
                        .formatted(chat, seq, person.id()));
    }

    void react(TestPerson person, long seq, String emoji, boolean present) {
        change(
                "SELECT * FROM set_reaction('%s', %d, '%s', '%s', %s, 20, now(), null)"
                        .formatted(chat, seq, person.id(), emoji, present));
    }

    void pin(TestPerson person, long seq, boolean pinned) {
        change(
                "SELECT * FROM set_pin('%s', %d, '%s', %s, 100, now(), null)"
                        .formatted(chat, seq, person.id(), pinned));
    }

    private void change(String sql) {
        database.sql(sql).fetch().all().blockLast();
    }
}
