package org.tertulia.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.tertulia.contracts.Topics;
import org.tertulia.test.KafkaRecords;
import org.tertulia.test.ServiceTest;
import org.tertulia.test.TestTokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service, and what people ask of it. */
@ServiceTest
abstract class NotificationApi {

    static final Duration LIMIT = Duration.ofSeconds(15);
    static final String PATH = "/api/v1/notifications";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired WebTestClient client;
    @Autowired DatabaseClient database;

    ResponseSpec get(UUID person, String path) {
        return client.get()
                .uri(PATH + path)
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(person))
                .exchange();
    }

    ResponseSpec send(HttpMethod method, UUID person, String path, Map<String, ?> body) {
        return client.method(method)
                .uri(PATH + path)
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(person))
                .bodyValue(body)
                .exchange();
    }

    /** Marks as read; where the inbox stands then. */
    JsonNode read(UUID person, Map<String, ?> body) {
        return json(send(HttpMethod.POST, person, "/read", body).expectStatus().isOk());
    }

    void choose(UUID person, TestChat chat, String level) {
        awaitHandled(chat);
        send(HttpMethod.PUT, person, "/chats/" + chat.id(), Map.of("level", level))
                .expectStatus()
                .isOk();
    }

    static JsonNode json(ResponseSpec response) {
        var body = response.expectBody(JsonNode.class).returnResult().getResponseBody();
        return Objects.requireNonNull(body, "no body");
    }

    static void expectProblem(ResponseSpec response, int status, String slug) {
        var problem = json(response.expectStatus().isEqualTo(status));
        assertThat(problem.path("type").asString()).isEqualTo("urn:tertulia:problem:" + slug);
    }

    List<JsonNode> inbox(UUID person) {
        return items(json(get(person, "").expectStatus().isOk()));
    }

    static List<JsonNode> items(JsonNode page) {
        return page.path("items").valueStream().toList();
    }

    /** The inbox as lines {@code kind: excerpt ×count}, of unread ones with a star. */
    List<String> lines(UUID person) {
        return inbox(person).stream()
                .map(
                        it ->
                                "%s%s: %s ×%d"
                                        .formatted(
                                                it.path("read").asBoolean() ? "" : "*",
                                                it.path("kind").asString(),
                                                it.path("excerpt").asString(),
                                                it.path("count").asInt()))
                .toList();
    }

    /** What the chat's log says has been dealt with. */
    void awaitHandled(TestChat chat) {
        Awaitility.await().atMost(LIMIT).until(() -> handled(chat.id()) >= chat.lastSeq());
    }

    private long handled(UUID chat) {
        return Objects.requireNonNull(
                database.sql(
                                """
                                select coalesce(max(handled_seq), 0) from chats where chat_id = $1
                                    and not exists (select from untold_messages u where u.chat_id = chats.chat_id)
                                """)
                        .bind(0, chat)
                        .mapValue(Long.class)
                        .one()
                        .block(LIMIT));
    }

    /** A marker of the person is known here. */
    void awaitMarked(UUID person, UUID chat, long thread, long readSeq) {
        Awaitility.await().atMost(LIMIT).until(() -> marker(person, chat, thread) >= readSeq);
    }

    private long marker(UUID person, UUID chat, long thread) {
        return Objects.requireNonNull(
                database.sql(
                                "select coalesce(max(read_seq), 0) from markers"
                                        + " where user_id = $1 and chat_id = $2 and thread = $3")
                        .bind(0, person)
                        .bind(1, chat)
                        .bind(2, thread)
                        .mapValue(Long.class)
                        .one()
                        .block(LIMIT));
    }

    /** At least so many events of the person. */
    static List<JsonNode> events(UUID person, int count) {
        return KafkaRecords.of(Topics.NOTIFICATION_EVENTS)
                .within(LIMIT)
                .awaitRecords(count, record -> person.toString().equals(record.key()))
                .stream()
                .map(record -> JSON.readTree(record.value()))
                .toList();
    }

    static List<Long> versions(List<JsonNode> events) {
        return events.stream().map(event -> event.path("version").asLong()).toList();
    }
}
