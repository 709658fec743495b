package org.tertulia.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.translation.MessageTranslated;
import org.tertulia.contracts.user.ProfileChanged;
import org.tertulia.test.TestEvents;

/** What was deleted is nowhere. */
class DeletionIT extends ChangesApi {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Autowired DatabaseClient database;

    @Test
    void aDeletedMessageShouldLeaveItsTextInNoTable() {
        var secret = "secret" + UUID.randomUUID();
        var handle = "h" + bruno.id().toString().replace("-", "").substring(0, 20);
        TestEvents.publish(
                Topics.USER_EVENTS,
                new ProfileChanged(bruno.id(), 1, handle, "Bruno", "", null, Instant.now()));
        Awaitility.await().until(() -> tablesWith(handle).contains("people"));
        var chat = chatOf(ana, bruno);
        var file = new FileRows(database).file(ana.id(), "image", secret + ".jpg");
        var seq =
                new Talk(client, database, chat)
                        .say(
                                ana,
                                Map.of(
                                        "text",
                                        "%s 1 @%s".formatted(secret, handle),
                                        "attachments",
                                        List.of(Map.of("mediaId", file, "alt", secret))))
                        .path("seq")
                        .asLong();
        edit(ana, chat, seq, "\"1\"", secret + " 2").expectStatus().isOk();
        edit(ana, chat, seq, "\"2\"", "%s 3 @%s".formatted(secret, handle)).expectStatus().isOk();
        TestEvents.publish(
                Topics.TRANSLATION_EVENTS,
                new MessageTranslated(
                        chat.id(), seq, 3, "en", "es", secret + " 4", "test", Instant.now()));
        Awaitility.await().until(() -> count("message_translations", chat) == 1);
        put(bruno, REACTION, chat.id(), seq, HEART).expectStatus().isNoContent();
        put(bruno, PIN, chat.id(), seq).expectStatus().isNoContent();
        assertThat(tablesWith(secret))
                .contains("messages", "message_versions", "message_translations", "log");
        assertThat(count("mentions", chat)).isEqualTo(1);

        delete(ana, MESSAGE, chat.id(), seq).expectStatus().isNoContent();

        Awaitility.await().until(() -> !tablesWith(chat.id().toString()).contains("outbox"));
        // The search index follows the log.
        Awaitility.await().until(() -> count("message_search", chat) == 0);
        // The file is its owner's, message or not.
        assertThat(tablesWith(secret)).containsExactly("files");
        assertThat(tablesWith(file.toString())).containsExactly("files");
        assertThat(tablesWith(handle)).containsExactly("people");
        for (var table :
                List.of("mentions", "message_versions", "message_translations", "reactions")) {
            assertThat(count(table, chat)).as(table).isZero();
        }
        var log = steps.read(bruno, "/api/v1/chats/{id}/log", chat.id()).path("items");
        assertThat(log.valueStream().filter(entry -> entry.has("deletedAt"))).hasSize(3);
        assertThat(log.valueStream()).noneMatch(entry -> entry.has("attachments"));
    }

    private List<String> tablesWith(String text) {
        return database.sql(
                        """
                        SELECT table_name FROM information_schema.tables
                        WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
                        """)
                .mapValue(String.class)
                .all()
                .concatMap(
                        table ->
                                database.sql(
                                                "SELECT count(*) AS n FROM \"%s\" t WHERE t::text LIKE $1"
                                                        .formatted(table))
                                        .bind(0, "%" + text + "%")
                                        .mapValue(Long.class)
                                        .one()
                                        .filter(n -> n > 0)
                                        .map(n -> table))
                .collectList()
                .block(PATIENCE);
    }

    private long count(String table, TestChat chat) {
        return database.sql("SELECT count(*) AS n FROM %s WHERE chat_id = $1".formatted(table))
                .bind(0, chat.id())
                .mapValue(Long.class)
                .one()
                .block(PATIENCE);
    }
}
