package org.tertulia.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** The words of a chat. */
class GlossaryIT extends TranslationApi {

    private final String glossary = "/api/v1/chats/" + chat + "/glossary";
    private final String word = unique();

    @Test
    void aWordShouldBeReadByTheMembers() {
        role("group", "owner");
        var added =
                expect(
                        201,
                        post(
                                ana,
                                glossary,
                                Map.of(
                                        "word",
                                        " Playa ",
                                        "language",
                                        "en-GB",
                                        "translation",
                                        "beach")));
        role("group", "member");

        var terms = get(UUID.randomUUID(), glossary).path("terms");

        assertThat(terms.size()).isEqualTo(1);
        assertThat(terms.get(0)).isEqualTo(added);
        assertThat(added.path("word").asString()).isEqualTo("Playa");
        assertThat(added.path("language").asString()).isEqualTo("en");
        assertThat(added.path("translation").asString()).isEqualTo("beach");
        assertThat(added.path("by").asString()).isEqualTo(ana.toString());
        assertThat(CHAT_SERVICE.received()).allMatch(it -> it.authorization() != null);
    }

    @ParameterizedTest
    @CsvSource({
        "group, owner, 201",
        "group, admin, 201",
        "group, member, 403",
        "public, member, 403",
        "public, admin, 201",
        "private, member, 201",
        "public, moderator, 403",
        "public, '', 404"
    })
    void whoLeadsAChatShouldWriteItsWords(String kind, String role, int status) {
        role(kind, role);

        post(ana, glossary, Map.of("word", "Playa")).expectStatus().isEqualTo(status);

        var one = glossary + "/" + UUID.randomUUID();
        delete(ana, one).expectStatus().isEqualTo(status == 201 ? 404 : status);
    }

    @Test
    void whoIsNoMemberShouldNotReadIt() {
        expectProblem(request(HttpMethod.GET, ana, glossary).exchange(), 404, "chat-not-found");
        role("public", "");
        expectProblem(request(HttpMethod.GET, ana, glossary).exchange(), 404, "chat-not-found");
        expectProblem(post(ana, glossary, Map.of("word", "x")), 404, "chat-not-found");
    }

    @Test
    void aWordShouldSurviveTheTranslationFromThenOn() {
        role("group", "owner");
        says(message(1, 1, spanish(word)));
        assertThat(text()).doesNotContain("playa");

        var stays = add(Map.of("word", "PLAYA"));
        assertThat(kept()).isZero();
        assertThat(text()).contains("playa").doesNotContain("beach");

        add(Map.of("word", "niños", "language", "en", "translation", "kids"));
        assertThat(text()).contains("playa").contains("kids");

        delete(ana, glossary + "/" + stays.path("termId").asString()).expectStatus().isNoContent();
        assertThat(text()).doesNotContain("playa").contains("kids");

        assertThat(told(7))
                .map(it -> it.path("type").asString())
                .containsExactly(
                        "message.translated",
                        "translations.dropped",
                        "message.translated",
                        "translations.dropped",
                        "message.translated",
                        "translations.dropped",
                        "message.translated");
    }

    @Test
    void aTranslationMadeWithTheWordsOfBeforeShouldNotBeKept() {
        role("group", "owner");
        engine.hold(word);
        says(message(1, 1, spanish(word)));
        assertThat(translations("1", "en").isEmpty()).isTrue();

        add(Map.of("word", "playa"));
        engine.letGo(word);

        // Who asks while the one with the words of before is under way waits for that one, and gets
        // nothing of it.
        await().atMost(LIMIT).ignoreExceptions().until(() -> text().contains("playa"));
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void aWordShouldBeThereOnceForEachLanguage() {
        role("group", "owner");
        add(Map.of("word", "Playa"));
        add(Map.of("word", "Playa", "language", "en", "translation", "beach"));

        expectProblem(post(ana, glossary, Map.of("word", "playa")), 409, "glossary-term-exists");
        assertThat(get(ana, glossary).path("terms").size()).isEqualTo(2);
    }

    @Test
    void aGlossaryShouldHaveFiveHundredWordsAndNotMore() {
        role("group", "owner");
        var first = add(Map.of("word", "Playa"));
        database.sql(
                        """
                        insert into terms (term_id, chat_id, word, added_by, added_at)
                        select gen_random_uuid(), :chat, 'word ' || n, gen_random_uuid(), now() from generate_series(1, 499) n
                        """)
                .bind("chat", chat)
                .then()
                .block(LIMIT);

        expectProblem(post(ana, glossary, Map.of("word", "more")), 409, "too-many-glossary-terms");
        delete(ana, glossary + "/" + first.path("termId").asString()).expectStatus().isNoContent();
        add(Map.of("word", "more"));
        assertThat(count("select count(*) from terms where chat_id = :chat")).isEqualTo(500);
    }

    @Test
    void whatIsNoWordShouldBeRefused() {
        role("group", "owner");
        for (var body :
                new Map<?, ?>[] {
                    Map.of(),
                    Map.of("word", " "),
                    Map.of("word", "!?"),
                    Map.of("word", "x".repeat(65)),
                    Map.of("word", "x", "language", "nothing such"),
                    Map.of("word", "x", "translation", "y".repeat(129)),
                    Map.of("word", "x\ny")
                }) {
            var response = request(HttpMethod.POST, ana, glossary).bodyValue(body).exchange();
            expectProblem(response, 400, "validation-failed");
        }
    }

    private JsonNode add(Map<String, ?> body) {
        return expect(201, post(ana, glossary, body));
    }

    private String text() {
        return translations("1", "en").get(0).path("text").asString();
    }
}
