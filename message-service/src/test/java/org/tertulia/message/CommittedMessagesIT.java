package org.tertulia.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tertulia.message.ServiceSteps.expectEntries;
import static org.tertulia.message.ServiceSteps.isEntryOf;
import static org.tertulia.message.ServiceSteps.seqs;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tertulia.test.ServiceTest;
import org.tertulia.test.TestSocket;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Messages reach the connections of the instance that committed them before the topic brings them. */
@ServiceTest(properties = "tertulia.message.delivery.audit-every=1h")
class CommittedMessagesIT extends MessageApi {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired DatabaseClient database;
    @LocalServerPort int port;
    private LostEntries entries;

    @BeforeEach
    void beginToLose() {
        entries = new LostEntries(database);
    }

    @Test
    void aMessageShouldBeToldOnceWhetherOrNotTheTopicBringsIt() {
        var chat = chatOf(ana, bruno);
        try (var b = bruno.connect(port)) {
            entries.lose(chat);
            steps.say(ana, chat, "uno");
            steps.say(ana, chat, "dos");
            expectEntries(b, chat.id(), 2, 3);

            entries.bringLate(chat);
            steps.say(ana, chat, "tres");
            react(chat, 4);
            expectEntries(b, chat.id(), 2, 5);
        }
    }

    @Test
    void aMessageAfterAnEntryThatHasNotComeShouldWaitForIt() {
        var chat = chatOf(ana, bruno);
        try (var b = bruno.connect(port)) {
            steps.say(ana, chat, "uno");
            expectEntries(b, chat.id(), 2, 2);
            entries.lose(chat);
            react(chat, 2);
            steps.say(ana, chat, "dos");
            var other = chatOf(ana, bruno);
            // What was said before bruno is told of the chat would come with that.
            b.await("chat.added");
            steps.say(ana, other, "en otra parte");
            expectEntries(b, other.id(), 2, 2);
            assertThat(seqs(b, chat.id())).containsExactly(2L);

            entries.bringLate(chat);
            expectEntries(b, chat.id(), 2, 4);
        }
    }

    @Test
    void whatIsToldShouldBeWhatIsInTheLog() {
        var from = chatOf(ana, bruno);
        steps.say(ana, from, "ayer \"dije\" esto \uD83D\uDC4B");
        var chat = chatOf(ana, bruno);
        try (var b = bruno.connect(port)) {
            entries.lose(chat);
            steps.say(ana, chat, "@all una raíz");
            said(chat, Map.of("text", "una respuesta", "replyTo", 2));
            said(chat, Map.of("text", "en el hilo", "thread", 2));
            said(chat, Map.of("forward", Map.of("chatId", from.id(), "seq", 2)));
            expectEntries(b, chat.id(), 2, 5);

            for (var seq = 2; seq <= 5; seq++) {
                assertThat(told(b, chat, seq)).isEqualTo(stored(chat, seq));
            }
        }
    }

    private void said(TestChat chat, Map<String, Object> message) {
        var body = new HashMap<>(message);
        body.put("clientMessageId", UUID.randomUUID());
        client.post()
                .uri("/api/v1/chats/{chatId}/messages", chat.id())
                .header("Authorization", ana.bearer())
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isCreated();
    }

    private void react(TestChat chat, long seq) {
        client.put()
                .uri(
                        "/api/v1/chats/{chatId}/messages/{seq}/reactions/{emoji}",
                        chat.id(),
                        seq,
                        "\uD83D\uDC4D")
                .header("Authorization", ana.bearer())
                .exchange()
                .expectStatus()
                .is2xxSuccessful();
    }

    private static JsonNode told(TestSocket.Connection connection, TestChat chat, long seq) {
        var frame = connection.await(f -> isEntryOf(f, chat.id()) && f.path("seq").asLong() == seq);
        return ((ObjectNode) frame).deepCopy().without("op");
    }

    private JsonNode stored(TestChat chat, long seq) {
        return JSON.readTree(
                Objects.requireNonNull(
                        database.sql("SELECT entry FROM log WHERE chat_id = $1 AND seq = $2")
                                .bind(0, chat.id())
                                .bind(1, seq)
                                .mapValue(String.class)
                                .one()
                                .block()));
    }
}
