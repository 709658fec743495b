package org.tertulia.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tertulia.translation.MirrorEngine.mirrored;

import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Messages that somebody has on the screen. */
class ChatTranslationsIT extends TranslationApi {

    private final String word = unique();

    @Test
    void messagesShouldBeTranslatedAndKeptAndTold() {
        says(message(1, 1, spanish(word)), message(2, 3, "😀"), deleted(4));

        var found = translations("1,2,3,4", "en");

        assertThat(found.size()).isEqualTo(2);
        var first = found.get(0);
        assertThat(first.path("message").asLong()).isEqualTo(1);
        assertThat(first.path("version").asInt()).isEqualTo(1);
        assertThat(first.path("language").asString()).isEqualTo("en");
        assertThat(first.path("sourceLanguage").asString()).isEqualTo("es");
        assertThat(first.path("text").asString()).isEqualTo(mirrored(spanish(word)));
        assertThat(first.path("engine").asString()).isEqualTo("mirror");
        assertThat(first.has("reason")).isFalse();
        var second = found.get(1);
        assertThat(second.path("version").asInt()).isEqualTo(3);
        assertThat(second.path("reason").asString()).isEqualTo("no-words");
        assertThat(second.has("text")).isFalse();
        assertThat(kept()).isEqualTo(1);
        var told = told(1).getFirst();
        assertThat(told.path("type").asString()).isEqualTo("message.translated");
        assertThat(told.path("text")).isEqualTo(first.path("text"));
    }

    @Test
    void theMessageServiceShouldBeAskedInTheNameOfTheCaller() {
        says();

        assertThat(translations("9,7,9", "en").isEmpty()).isTrue();

        var asked = MESSAGE_SERVICE.received().getLast();
        assertThat(asked.uri().getQuery()).isEqualTo("seqs=7,9");
        assertThat(asked.authorization()).startsWith("Bearer ").hasSizeGreaterThan(100);
    }

    @Test
    void whatIsKeptShouldNotBeTranslatedAgain() {
        says(message(1, 1, spanish(word)));
        var first = translations("1", "en");

        assertThat(translations("1", "en-GB")).isEqualTo(first);

        assertThat(engine.asked(word)).isEqualTo(1);
        translations("1", "de");
        assertThat(engine.asked(word)).isEqualTo(2);
        assertThat(kept()).isEqualTo(2);
    }

    @Test
    void anEditedMessageShouldBeTranslatedAnew() {
        says(message(1, 1, spanish(word)));
        translations("1", "en");
        var edited = spanish("otra cosa, " + word);
        says(message(1, 2, edited));

        var found = translations("1", "en").get(0);

        assertThat(found.path("version").asInt()).isEqualTo(2);
        assertThat(found.path("text").asString()).isEqualTo(mirrored(edited));
    }

    @Test
    void whatAnotherEngineHasMadeShouldCountOnlyWhileItIsConfigured() {
        insert("gone", "Made by one that is gone.");
        says(message(1, 1, spanish(word)));

        assertThat(translations("1", "en").get(0).path("engine").asString()).isEqualTo("mirror");
        assertThat(kept()).isEqualTo(2);
    }

    @Test
    void theSameAskedByManyAtATimeShouldBeTranslatedOnce() {
        engine.hold(word);
        says(message(1, 1, spanish(word)));
        var answers =
                Flux.range(0, 20)
                        .flatMap(
                                _ ->
                                        Mono.fromCallable(() -> translations("1", "en"))
                                                .subscribeOn(Schedulers.boundedElastic()),
                                20)
                        .collectList()
                        .doOnSubscribe(_ -> letGoSoon())
                        .block(LIMIT);

        assertThat(answers)
                .hasSize(20)
                .allMatch(it -> it.get(0).path("text").asString().equals(mirrored(spanish(word))));
        assertThat(engine.asked(word)).isEqualTo(1);
        assertThat(told(1)).hasSize(1);
    }

    private void letGoSoon() {
        Schedulers.parallel().schedule(() -> engine.letGo(word), 500, TimeUnit.MILLISECONDS);
    }

    @Test
    void whatTakesTooLongShouldBeThereWhenItIsAskedForAgain() {
        engine.hold(word);
        says(message(1, 1, spanish(word)), message(2, 1, "Esto lo decimos todos muy deprisa."));

        var inTime = translations("1,2", "en");
        assertThat(inTime.size()).isEqualTo(1);
        assertThat(inTime.get(0).path("message").asLong()).isEqualTo(2);

        engine.letGo(word);
        told(2);
        assertThat(translations("1,2", "en").size()).isEqualTo(2);
        assertThat(engine.asked(word)).isEqualTo(1);
    }

    @Test
    void aHundredMessagesShouldBeAskedForAtOnce() {
        says(
                IntStream.rangeClosed(1, 100)
                        .mapToObj(seq -> message(seq, 1, spanish(word + " " + seq)))
                        .toArray(String[]::new));
        var seqs =
                IntStream.rangeClosed(1, 100)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(","));

        // What takes too long is in a later answer.
        await().atMost(LIMIT).until(() -> translations(seqs, "en").size() == 100);
        assertThat(
                        translations(seqs, "en")
                                .valueStream()
                                .map(it -> it.path("message").asInt())
                                .toList())
                .isEqualTo(IntStream.rangeClosed(1, 100).boxed().toList());
        assertThat(kept()).isEqualTo(100);
    }

    @Test
    void whatAllMessagesDependOnShouldBeReadOnce() {
        var seqs =
                IntStream.rangeClosed(1, 100)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(","));
        says(
                IntStream.rangeClosed(1, 100)
                        .mapToObj(seq -> message(seq, 1, english(word + " " + seq)))
                        .toArray(String[]::new));
        statements.clear();

        assertThat(translations(seqs, "en").size()).isEqualTo(100);

        assertThat(statements.with("from chat_languages")).isEqualTo(1);
        assertThat(statements.with("from glossaries")).isEqualTo(1);
    }

    @Test
    void aTranslationShouldBeKeptByOneStatementAndToldByAnother() {
        says(message(1, 1, spanish(word)));
        statements.clear();

        translations("1", "en");

        assertThat(statements.with("keep_translation")).isEqualTo(1);
        assertThat(statements.with("lock_translations")).isZero();
        assertThat(statements.with("count_message")).isZero();
    }

    @Test
    void whoIsNoMemberShouldGetNothingOfWhatIsKept() {
        says(message(1, 1, spanish(word)));
        translations("1", "en");
        var problem = "{\"type\":\"urn:tertulia:problem:chat-not-found\",\"status\":404}";
        MESSAGE_SERVICE.answer("GET", "/api/v1/chats/" + chat + "/messages", 404, problem);

        expectProblem(asked("1", "en"), 404, "chat-not-found");
    }

    @Test
    void aMessageServiceThatFailsShouldBeTold() {
        MESSAGE_SERVICE.answer("GET", "/api/v1/chats/" + chat + "/messages", 500, "{}");

        expectProblem(asked("1", "en"), 503, "service-unavailable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "1,,2", "a", "1;2", "1234567890123456789"})
    void whatIsNoMessageShouldBeRefused(String seqs) {
        expectProblem(asked(seqs, "en"), 400, "validation-failed");
    }

    @Test
    void noMoreThanAHundredMessagesShouldBeAskedFor() {
        var seqs =
                IntStream.rangeClosed(1, 101)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(","));

        expectProblem(asked(seqs, "en"), 400, "validation-failed");
        expectProblem(asked("1", "no language"), 400, "validation-failed");
    }

    private ResponseSpec asked(String seqs, String language) {
        return request(
                        HttpMethod.GET,
                        ana,
                        "/api/v1/chats/{chat}/translations?seqs={seqs}&language={language}",
                        chat,
                        seqs,
                        language)
                .exchange();
    }

    private void insert(String by, String text) {
        database.sql(
                        """
                        insert into translations (chat_id, message, version, language, engine, source_language, text,
                            translated_at)
                        values (:chat, 1, 1, 'en', :engine, 'es', :text, now())
                        """)
                .bind("chat", chat)
                .bind("engine", by)
                .bind("text", text)
                .then()
                .block(LIMIT);
    }
}
