package org.tertulia.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.RequestBodySpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.tertulia.test.TestTokens;
import tools.jackson.databind.JsonNode;

/** Somebody who is signed in and uses the API. */
record Person(WebTestClient client, UUID id) {

    static final String CHATS = "/api/v1/chats";

    ResponseSpec get(String path) {
        return request(HttpMethod.GET, path).exchange();
    }

    ResponseSpec delete(String path) {
        return request(HttpMethod.DELETE, path).exchange();
    }

    ResponseSpec put(String path, Map<String, ?> body) {
        return request(HttpMethod.PUT, path).bodyValue(body).exchange();
    }

    ResponseSpec put(String path) {
        return request(HttpMethod.PUT, path).exchange();
    }

    ResponseSpec post(String path, Map<String, ?> body) {
        return request(HttpMethod.POST, path).bodyValue(body).exchange();
    }

    RequestBodySpec request(HttpMethod method, String path) {
        return client.method(method)
                .uri(CHATS + path)
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(id));
    }

    String publicChat(String title) {
        return id(post("/public", Map.of("title", title)));
    }

    String group(String title, Person... members) {
        var ids = Arrays.stream(members).map(Person::id).toList();
        return id(post("/group", Map.of("title", title, "memberIds", ids)));
    }

    String privateChat(Person other) {
        return id(post("/private", Map.of("userId", other.id)));
    }

    ResponseSpec join(String chat) {
        return put("/" + chat + "/members/" + id);
    }

    ResponseSpec leave(String chat) {
        return remove(chat, this);
    }

    ResponseSpec add(String chat, Person other) {
        return put("/" + chat + "/members/" + other.id);
    }

    ResponseSpec setRole(String chat, Person other, String role) {
        return put("/" + chat + "/members/" + other.id, Map.of("role", role));
    }

    ResponseSpec remove(String chat, Person other) {
        return delete("/" + chat + "/members/" + other.id);
    }

    JsonNode read(String chat) {
        return json(get("/" + chat));
    }

    private static String id(ResponseSpec created) {
        return json(created.expectStatus().isCreated()).path("id").asString();
    }

    /** Members as they are listed, each as id and role. */
    static List<String> roles(JsonNode members) {
        return StreamSupport.stream(members.spliterator(), false)
                .map(m -> m.path("userId").asString() + " " + m.path("role").asString())
                .toList();
    }

    /** The body of an answer. */
    static JsonNode json(ResponseSpec response) {
        var body = response.expectBody(JsonNode.class).returnResult().getResponseBody();
        return Objects.requireNonNull(body, "no body");
    }

    /** The status of an answer. */
    static int status(ResponseSpec response) {
        return response.expectBody().returnResult().getStatus().value();
    }

    /** Checks the status of an answer and reads it to its end. */
    static void expect(int status, ResponseSpec response) {
        assertThat(status(response)).isEqualTo(status);
    }

    /** Checks that an answer is this problem. */
    static JsonNode expectProblem(ResponseSpec response, int status, String slug) {
        var problem = json(response.expectStatus().isEqualTo(status));
        assertThat(problem.path("type").asString()).isEqualTo("urn:tertulia:problem:" + slug);
        return problem;
    }
}
