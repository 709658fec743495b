package org.tertulia.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.RequestBodySpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.chat.ChatKind;
import org.tertulia.scheduler.membership.ChatInATest;
import org.tertulia.test.KafkaRecords;
import org.tertulia.test.TestEvents;
import tools.jackson.databind.JsonNode;

/** Scheduled messages of the running service, and people who are in chats. */
abstract class ScheduledMessagesApi extends SchedulerApi {

    static final String SCHEDULED = "/api/v1/scheduled-messages";

    final UUID ana = UUID.randomUUID();

    /** A group of which the service has heard; the first one owns it. */
    ChatInATest chatOf(UUID owner, UUID... others) {
        var chat = new ChatInATest(owner);
        TestEvents.publish(Topics.CHAT_EVENTS, chat.created(ChatKind.GROUP, others));
        awaitMembers(chat.id(), 1 + others.length);
        return chat;
    }

    void awaitMembers(UUID chat, int count) {
        Awaitility.await()
                .atMost(LIMIT)
                .until(
                        () ->
                                database.sql("select count(*) from memberships where chat_id = $1")
                                        .bind(0, chat)
                                        .mapValue(Long.class)
                                        .one()
                                        .block(LIMIT),
                        found -> found == count);
    }

    RequestBodySpec scheduled(HttpMethod method, UUID person, String path) {
        return requestTo(client, method, person, SCHEDULED + path);
    }

    ResponseSpec schedule(UUID person, Map<String, ?> body) {
        return scheduled(HttpMethod.POST, person, "").bodyValue(body).exchange();
    }

    /** A message of that text. */
    JsonNode schedule(UUID person, UUID chat, String text, Instant dueAt) {
        return expect(201, schedule(person, Map.of("chatId", chat, "text", text, "dueAt", dueAt)));
    }

    JsonNode hourly(UUID person, UUID chat) {
        return schedule(person, chat, "¡Hola!", in(Duration.ofHours(1)));
    }

    ResponseSpec readScheduled(UUID person, JsonNode message) {
        return scheduled(HttpMethod.GET, person, path(message)).exchange();
    }

    ResponseSpec change(UUID person, JsonNode message, Map<String, ?> body) {
        return scheduled(HttpMethod.PATCH, person, path(message)).bodyValue(body).exchange();
    }

    ResponseSpec send(UUID person, JsonNode message) {
        return scheduled(HttpMethod.POST, person, path(message) + "/send").exchange();
    }

    ResponseSpec cancel(UUID person, JsonNode message) {
        return scheduled(HttpMethod.DELETE, person, path(message)).exchange();
    }

    JsonNode now(UUID person, JsonNode message) {
        return expect(200, readScheduled(person, message));
    }

    static String path(JsonNode message) {
        return "/" + message.path("scheduledMessageId").asString();
    }

    static UUID idOf(JsonNode message) {
        return UUID.fromString(message.path("scheduledMessageId").asString());
    }

    JsonNode awaitState(UUID person, JsonNode message, String state) {
        return Awaitility.await()
                .atMost(LIMIT)
                .until(() -> now(person, message), it -> it.path("state").asString().equals(state));
    }

    /** What was handed over for a chat, in its order, at least so many. */
    static List<JsonNode> handedOver(UUID chat, int atLeast) {
        return events(chat, atLeast, "scheduled-message.due");
    }

    /** All that was told for a chat, in its order, at least so many. */
    static List<JsonNode> events(UUID chat, int atLeast) {
        return events(chat, atLeast, "");
    }

    private static List<JsonNode> events(UUID chat, int atLeast, String type) {
        return KafkaRecords.of(Topics.SCHEDULED_MESSAGE_EVENTS)
                .within(Duration.ofSeconds(60))
                .awaitRecords(
                        atLeast,
                        record ->
                                chat.toString().equals(record.key())
                                        && value(record).path("type").asString().endsWith(type))
                .stream()
                .map(SchedulerApi::value)
                .toList();
    }

    static List<String> types(List<JsonNode> events) {
        return events.stream().map(it -> it.path("type").asString()).toList();
    }

    static List<String> texts(List<JsonNode> messages) {
        return messages.stream().map(it -> it.path("text").asString()).toList();
    }

    static void refused(ResponseSpec response, String field) {
        var problem = expectProblem(response, 400, "validation-failed");
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
    }
}
