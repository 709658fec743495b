package org.tertulia.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.translation.MessageTranslated;
import org.tertulia.test.TestEvents;
import tools.jackson.databind.JsonNode;

/** Search over HTTP, with an index that follows the log. */
class SearchIT extends MessageApi {

    private static final String SEARCH = "/api/v1/search/messages?q={q}";

    @Autowired DatabaseClient database;

    @Test
    void whatWasSaidShouldBeFoundWithHighlights() {
        var chat = chatOf(ana, bruno);
        var said = steps.say(ana, chat, "¡Las canciones de Ana!");
        awaitFound(bruno, "canción", 1);
        var item = steps.read(bruno, SEARCH, "ana canción").path("items").path(0);

        assertThat(item.path("message").path("seq")).isEqualTo(said.path("seq"));
        assertThat(item.path("message").path("text")).isEqualTo(said.path("text"));
        assertThat(item.path("highlights").valueStream().map(SearchIT::range))
                .containsExactly("5-14", "18-21");
    }

    @Test
    void aMessageShouldBeFoundByATranslationAndShowIt() {
        var chat = chatOf(ana, bruno);
        var seq = steps.say(ana, chat, "The meeting is postponed").path("seq").asLong();
        translated(chat, seq, 1, "es", "La reunión se aplaza");
        translated(chat, seq, 1, "de", "Die Besprechung ist verschoben");
        awaitFound(bruno, "reunión", 1);
        awaitFound(bruno, "besprechung", 1);
        var item = steps.read(bruno, SEARCH, "reuniones aplaza").path("items").path(0);

        assertThat(item.path("message").path("text").asString())
                .isEqualTo("The meeting is postponed");
        assertThat(item.path("highlights")).isEmpty();
        assertThat(item.path("translation").path("language").asString()).isEqualTo("es");
        assertThat(item.path("translation").path("text").asString())
                .isEqualTo("La reunión se aplaza");
        assertThat(item.path("translation").path("highlights").valueStream().map(SearchIT::range))
                .containsExactly("3-10", "14-20");
        assertThat(translationOf("\"die besprechung\"").path("language").asString())
                .isEqualTo("de");
        assertThat(translationOf("meeting besprechung").path("language").asString())
                .isEqualTo("de");
        assertThat(translationOf("meeting").isMissingNode()).isTrue();
        assertThat(translationOf("from:me").isMissingNode()).isTrue();
        assertThat(texts(steps.read(TestPerson.somebody(), SEARCH, "reunión"))).isEmpty();
    }

    @Test
    void aTranslationOfWhatAMessageDoesNotSayAnyMoreShouldFindNothing() {
        var chat = chatOf(ana, bruno);
        var seq = steps.say(ana, chat, "The cat sleeps").path("seq").asLong();
        translated(chat, seq, 1, "es", "El gato duerme");
        awaitFound(bruno, "gato", 1);
        ChangesApi.edit(client, ana, chat, seq, "\"1\"", "The dog sleeps").expectStatus().isOk();
        assertThat(texts(steps.read(bruno, SEARCH, "gato"))).isEmpty();

        translated(chat, seq, 1, "fr", "Le chat dort");
        translated(chat, seq, 2, "es", "El perro duerme");
        awaitFound(bruno, "perro", 1);
        assertThat(texts(steps.read(bruno, SEARCH, "gato"))).isEmpty();
        assertThat(texts(steps.read(bruno, SEARCH, "dort"))).isEmpty();
    }

    private JsonNode translationOf(String query) {
        return steps.read(ana, SEARCH, query).path("items").path(0).path("translation");
    }

    private static void translated(
            TestChat chat, long seq, int version, String language, String text) {
        TestEvents.publish(
                Topics.TRANSLATION_EVENTS,
                new MessageTranslated(
                        chat.id(), seq, version, language, "en", text, "test", Instant.now()));
    }

    @Test
    void whoIsNotAMemberAnyMoreShouldFindNothing() {
        var chat = chatOf(ana, bruno);
        steps.say(ana, chat, "confidencial");
        awaitFound(bruno, "confidencial", 1);
        assertThat(texts(steps.read(TestPerson.somebody(), SEARCH, "confidencial"))).isEmpty();

        chat.remove(bruno.id());
        Awaitility.await()
                .until(
                        () ->
                                bruno.get(client, "/api/v1/chats/{id}/log", chat.id())
                                        .returnResult(String.class)
                                        .getStatus()
                                        .is4xxClientError());
        assertThat(texts(steps.read(bruno, SEARCH, "confidencial"))).isEmpty();
        assertThat(texts(steps.read(ana, SEARCH, "confidencial"))).containsExactly("confidencial");
    }

    @Test
    void aSearchInOneChatShouldStayThere() {
        var here = chatOf(ana, bruno);
        var there = chatOf(ana);
        steps.say(ana, here, "palabra aquí");
        steps.say(ana, there, "palabra allí");
        awaitFound(ana, "palabra", 2);

        assertThat(texts(steps.read(ana, SEARCH + "&chat={c}", "palabra", here.id())))
                .containsExactly("palabra aquí");
        assertThat(texts(steps.read(ana, SEARCH + "&chat={c}", "in:" + there.id(), here.id())))
                .isEmpty();
        bruno.get(client, SEARCH + "&chat={c}", "palabra", there.id())
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo(PROBLEM + "chat-not-found");
    }

    @Test
    void pagesShouldHaveEveryMessageOnce() {
        var chat = chatOf(ana);
        var rows = new ChatRows(database);
        for (int i = 0; i < 230; i++) {
            rows.say(chat.id(), ana.id(), i % 3 == 0 ? "paginado" : "paginados " + i);
        }
        rows.run("SELECT index_messages($1, 500)", chat.id());
        var seqs = new ArrayList<Long>();
        var page = steps.read(ana, SEARCH + "&limit=30", "paginado");
        assertThat(page.path("items").path(0).path("message").path("text").asString())
                .isEqualTo("paginado");
        for (int pages = 0; pages < 20; pages++) {
            page.path("items").forEach(i -> seqs.add(i.path("message").path("seq").asLong()));
            if (page.path("next").isNull()) {
                break;
            }
            steps.say(ana, chat, "paginado y nuevo");
            page =
                    steps.read(
                            ana,
                            SEARCH + "&limit=30&before={c}",
                            "paginado",
                            page.path("next").asString());
        }

        assertThat(seqs).hasSize(230).doesNotHaveDuplicates();
    }

    @Test
    void daysShouldBeginInTheZoneAskedFor() {
        var chat = chatOf(ana);
        steps.say(ana, chat, "medianoche");
        // Or the service would index it, as of today, while its time is changed.
        awaitFound(ana, "medianoche", 1);
        var rows = new ChatRows(database);
        rows.run(
                "UPDATE messages SET posted_at = '2026-01-31T23:30Z' WHERE chat_id = $1",
                chat.id());
        rows.run("DELETE FROM message_search WHERE chat_id = $1", chat.id());
        rows.run("DELETE FROM message_search_blocks WHERE chat_id = $1", chat.id());
        rows.run("DELETE FROM message_search_chats WHERE chat_id = $1", chat.id());
        rows.run("SELECT index_messages($1, 500)", chat.id());
        var query = "on:2026-02-01 in:" + chat.id();

        assertThat(texts(steps.read(ana, SEARCH, query))).isEmpty();
        assertThat(texts(steps.read(ana, SEARCH + "&zone=Europe/Madrid", query)))
                .containsExactly("medianoche");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q=",
                "q= ",
                "q=a\u0000b",
                "q=\"\"",
                "q=...",
                "q=has:cats",
                "q=on:2026-13-01",
                "q=a&zone=Mars",
                "q=a&limit=0",
                "q=a&limit=51",
                "q=a&before=x",
                "q=a&before=HR8f",
                "limit=1"
            })
    void aSearchThatIsNoneShouldBeRefused(String query) {
        ana.get(client, "/api/v1/search/messages?" + query)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .exists();
    }

    @Test
    void whatIsNoChatAndALongQueryShouldBeRefused() {
        ana.get(client, SEARCH + "&chat=x", "a").expectStatus().isBadRequest();
        ana.get(client, SEARCH, "a".repeat(3_000)).expectStatus().isBadRequest();
    }

    private void awaitFound(TestPerson person, String query, int count) {
        Awaitility.await()
                .until(() -> steps.read(person, SEARCH, query).path("items").size() == count);
    }

    private static String range(JsonNode highlight) {
        return highlight.path("start").asInt() + "-" + highlight.path("end").asInt();
    }

    private static List<String> texts(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(item -> item.path("message").path("text").asString())
                .toList();
    }
}
