package org.tertulia.load.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.tertulia.contracts.message.LogEntry;
import org.tertulia.load.client.Json;
import org.tertulia.load.client.Person;
import org.tertulia.load.home.Kcat;
import tools.jackson.databind.JsonNode;

/**
 * A program from outside reads {@code message.events.v1} with {@code kcat} as docs/events.md says: the
 * CloudEvents attributes are headers, the value is the log entry, and a chat's entries come in order.
 */
@Order(7)
class KafkaReaderIT {
    private static final String TOPIC = "message.events.v1";
    private static final int MESSAGES = 20;

    private final Suite suite = Suite.running();
    private Person ana;
    private UUID chat;

    private record Event(long offset, int partition, Map<String, String> headers, String payload) {
        JsonNode value() {
            return Json.tree(payload);
        }

        LogEntry entry() {
            return Json.read(payload, LogEntry.class);
        }
    }

    @BeforeEach
    void talk() {
        assumeTrue(Kcat.isInstalled(), "kcat is not installed here, so nothing was read with it");
        ana = suite.person("ana");
        chat = ana.chats().group("Radio", List.of(suite.person("beto"))).id();
        for (var i = 1; i <= MESSAGES; i++) {
            ana.chats().post(chat, "onda " + i);
        }
    }

    @Test
    void theHeadersShouldBeThoseOfCloudEvents() throws Exception {
        var event = posted(events()).getFirst();
        var headers = event.headers();

        assertThat(headers)
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_type", "org.tertulia.message.posted.v1")
                .containsEntry("ce_source", "/message-service")
                .containsEntry("ce_subject", chat.toString())
                .containsEntry("content-type", "application/json")
                .containsKeys("ce_id", "ce_time");
        assertThat(UUID.fromString(headers.get("ce_id"))).isNotNull();
        assertThat(headers.get("ce_time")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d.*Z");
    }

    @Test
    void theValueShouldBeTheLogEntry() throws Exception {
        var value = posted(events()).getFirst().value();

        assertThat(value.path("type").asString()).isEqualTo("message.posted");
        assertThat(value.path("chatId").asString()).isEqualTo(chat.toString());
        assertThat(value.path("senderId").asString()).isEqualTo(ana.id().toString());
        assertThat(value.path("text").asString()).isEqualTo("onda 1");
        assertThat(value.propertyNames())
                .containsExactlyInAnyOrder(
                        "type",
                        "chatId",
                        "seq",
                        "messageId",
                        "senderId",
                        "clientMessageId",
                        "text",
                        "postedAt");
    }

    @Test
    void theEntriesOfAChatShouldComeInOrderWithoutAGap() throws Exception {
        var mine = events().stream().filter(it -> chat.equals(it.entry().chatId())).toList();

        assertThat(mine.stream().map(Event::partition).distinct()).hasSize(1);
        assertThat(mine.stream().map(Event::entry)).isEqualTo(ana.chats().log(chat, 0));
    }

    @Test
    void everyChatOfTheTopicShouldBeInOrderAtItsFirstOccurrences() throws Exception {
        var next = new HashMap<UUID, Long>();
        var known = new HashSet<String>();
        var wrong = new ArrayList<String>();
        for (var event : events()) {
            var entry = event.entry();
            if (!known.add(entry.chatId() + " " + entry.seq())) {
                continue;
            }
            var expected = next.getOrDefault(entry.chatId(), 1L);
            if (entry.seq() != expected) {
                wrong.add("%d before %d in %s".formatted(entry.seq(), expected, entry.chatId()));
            }
            next.put(entry.chatId(), entry.seq() + 1);
        }

        assertThat(wrong).isEmpty();
        assertThat(next).containsKey(chat);
    }

    @Test
    void theFormOfTheDocumentationShouldShowHeadersKeyAndValue() throws Exception {
        var text = kcat("-o", "beginning", "-e", "-f", "%h\\n%k %s\\n\\n");

        assertThat(text)
                .contains("ce_specversion=1.0")
                .contains("ce_type=org.tertulia.message.posted.v1")
                .contains(chat + " {");
    }

    private List<Event> posted(List<Event> events) {
        return events.stream()
                .filter(it -> chat.equals(it.entry().chatId()))
                .filter(it -> it.value().path("text").asString("").equals("onda 1"))
                .toList();
    }

    /** Everything in the topic, each partition by offset. */
    private List<Event> events() throws Exception {
        try (var lines = kcat("-o", "beginning", "-e", "-J").lines()) {
            return lines.filter(it -> it.startsWith("{")).map(KafkaReaderIT::event).toList();
        }
    }

    private static Event event(String line) {
        var json = Json.tree(line);
        var headers = new HashMap<String, String>();
        var flat = json.path("headers");
        for (var i = 0; i + 1 < flat.size(); i += 2) {
            headers.put(flat.get(i).asString(), flat.get(i + 1).asString());
        }
        return new Event(
                json.path("offset").asLong(),
                json.path("partition").asInt(),
                headers,
                json.path("payload").asString());
    }

    private String kcat(String... how) throws IOException, InterruptedException {
        return new Kcat(suite.home()).read(TOPIC, how);
    }
}
