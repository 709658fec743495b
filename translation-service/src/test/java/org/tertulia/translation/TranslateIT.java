package org.tertulia.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tertulia.translation.MirrorEngine.mirrored;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** Texts that somebody sends. */
class TranslateIT extends TranslationApi {

    @Test
    void aTextShouldComeBackInTheShapeOfTheFirstUsers() {
        var text = spanish("Ana");

        var answer = expect(200, post(ana, PATH, Map.of("text", text, "target", "en")));

        assertThat(answer.size()).isEqualTo(1);
        var one = answer.get(0);
        assertThat(one.path("sourceLanguage").asString()).isEqualTo("Spanish");
        assertThat(one.path("translatedText").asString()).isEqualTo(mirrored(text));
        assertThat(one.path("translated").asBoolean()).isTrue();
        assertThat(one.path("source").asString()).isEqualTo("es");
        assertThat(one.path("target").asString()).isEqualTo("en");
        assertThat(one.path("engine").asString()).isEqualTo("mirror");
        assertThat(one.has("reason")).isFalse();
    }

    @Test
    void getShouldAnswerAsPostDoes() {
        var text = english("Bruno & Ana?");

        var got = get(ana, PATH + "?text={text}&target={target}", text, "es-MX");

        assertThat(got)
                .isEqualTo(expect(200, post(ana, PATH, Map.of("text", text, "target", "es"))));
        assertThat(got.get(0).path("translated").asBoolean()).isTrue();
    }

    @Test
    void languagesShouldBeNamedInTheLanguageOfTheCaller() {
        var body = Map.of("text", spanish("Ana"), "target", "en");

        assertThat(one(body, "es-MX, en;q=0.5").path("sourceLanguage").asString())
                .isEqualTo("español");
        assertThat(one(body, "de").path("sourceLanguage").asString()).isEqualTo("Spanisch");
        assertThat(one(body, "*;;").path("sourceLanguage").asString()).isEqualTo("Spanish");
    }

    @Test
    void theTargetShouldBeWhatTheCallerReads() {
        var body = Map.of("text", english("Ana"));

        assertThat(one(body, "").path("target").asString()).isEqualTo("en");
        assertThat(one(body, "es, en").path("target").asString()).isEqualTo("es");

        put(ana, PATH + "/preferences", Map.of("language", "de", "everything", false))
                .expectStatus()
                .isOk();
        assertThat(one(body, "es, en").path("target").asString()).isEqualTo("de");
    }

    @ParameterizedTest
    @CsvSource({
        "'Tomorrow we are going to the beach with the children', en, same-language, English",
        "'Tomorrow we are going to the beach with the children', de, no-engine, English",
        "'https://example.org/', es, no-words, ''",
        "'😀 👍', es, no-words, ''",
        "'xkq', es, unsure, ''",
    })
    void whatIsNotTranslatedShouldSayWhy(String text, String target, String reason, String name) {
        var answer = expect(200, post(ana, PATH, Map.of("text", text, "target", target))).get(0);

        assertThat(answer.path("translated").asBoolean()).isFalse();
        assertThat(answer.path("translatedText").asString()).isEqualTo(text);
        assertThat(answer.path("reason").asString()).isEqualTo(reason);
        assertThat(answer.path("sourceLanguage").asString()).isEqualTo(name);
        assertThat(answer.has("engine")).isFalse();
    }

    @Test
    void aSourceThatIsSaidShouldCount() {
        var body = Map.of("text", "xkq", "source", "spa", "target", "en");

        assertThat(expect(200, post(ana, PATH, body)).get(0).path("translatedText").asString())
                .isEqualTo("qkx");
    }

    @Test
    void anEngineThatHangsShouldNotHoldUpTheAnswer() {
        var begin = Instant.now();

        var answer =
                expect(200, post(ana, PATH, Map.of("text", spanish("Ana"), "target", "fr"))).get(0);

        assertThat(answer.path("reason").asString()).isEqualTo("engines-failed");
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofMillis(2_600));
    }

    @Test
    void aBatchShouldBeAnsweredInItsOrder() {
        var texts = List.of(spanish("Ana"), "😀", english("Bruno"), spanish("Carla"));

        var answer = batch(texts, "en");

        assertThat(answer.size()).isEqualTo(4);
        assertThat(answer.get(0).path("translatedText").asString())
                .isEqualTo(mirrored(texts.get(0)));
        assertThat(answer.get(1).path("reason").asString()).isEqualTo("no-words");
        assertThat(answer.get(2).path("reason").asString()).isEqualTo("same-language");
        assertThat(answer.get(3).path("translatedText").asString())
                .isEqualTo(mirrored(texts.get(3)));
    }

    @Test
    void aBatchShouldTakeFiftyTextsAndNotMore() {
        assertThat(batch(Collections.nCopies(50, "😀"), "en").size()).isEqualTo(50);

        refused(PATH + "/batch", Map.of("texts", Collections.nCopies(51, "a"), "target", "en"));
        refused(PATH + "/batch", Map.of("texts", List.of(), "target", "en"));
        var tooMuch = Collections.nCopies(11, "a ".repeat(950));
        refused(PATH + "/batch", Map.of("texts", tooMuch, "target", "en"));
        refused(PATH + "/batch", Map.of("texts", List.of("a")));
        refused(PATH + "/batch", Map.of("texts", Collections.nCopies(2, ""), "target", "en"));
    }

    @Test
    void onePersonShouldNotHaveMoreTextsTranslatedThanTheirShare() {
        var batch = Map.of("texts", Collections.nCopies(50, "😀"), "target", "en");
        for (int n = 1; n <= 6; n++) {
            expect(200, post(ana, PATH + "/batch", batch));
        }

        expectProblem(post(ana, PATH + "/batch", batch), 429, "rate-limited");
        expect(200, post(UUID.randomUUID(), PATH + "/batch", batch));
    }

    @Test
    void aTextShouldHaveOneToTwoThousandCharacters() {
        expect(200, post(ana, PATH, Map.of("text", "a ".repeat(1_000), "target", "en")));

        refused(PATH, Map.of("text", "a".repeat(2_001), "target", "en"));
        refused(PATH, Map.of("text", "", "target", "en"));
        refused(PATH, Map.of("target", "en"));
        expectProblem(
                request(HttpMethod.GET, ana, PATH + "?target=en").exchange(),
                400,
                "malformed-request");
    }

    @ParameterizedTest
    @CsvSource({"target, x", "target, english", "target, ''", "source, 'e s'", "source, und"})
    void whatIsNoLanguageShouldBeRefused(String field, String tag) {
        var problem = refused(PATH, Map.of("text", "Hola", field, tag));

        assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
    }

    @Test
    void theLanguagesShouldBeThoseOfTheEngines() {
        var answer =
                expect(
                        200,
                        request(HttpMethod.GET, ana, PATH + "/languages")
                                .header(HttpHeaders.ACCEPT_LANGUAGE, "es")
                                .exchange());

        assertThat(answer.path("languages").valueStream().map(it -> it.path("name").asString()))
                .containsExactly("alemán", "español", "francés", "inglés");
        assertThat(answer.path("pairs").valueStream().map(TranslateIT::pair))
                .containsExactly("en→es mirror", "es→de mirror", "es→en mirror", "es→fr mirror");
        assertThat(answer.at("/engines/0/name").asString()).isEqualTo("mirror");
        assertThat(answer.at("/engines/0/available").asBoolean()).isTrue();
    }

    private static String pair(JsonNode pair) {
        return "%s→%s %s"
                .formatted(
                        pair.path("source").asString(),
                        pair.path("target").asString(),
                        pair.path("engine").asString());
    }

    private JsonNode batch(List<String> texts, String target) {
        var body = Map.of("texts", texts, "target", target);
        return expect(200, post(ana, PATH + "/batch", body)).path("translations");
    }

    private JsonNode one(Map<String, ?> body, String accepted) {
        var request = request(HttpMethod.POST, ana, PATH);
        var answer =
                (accepted.isEmpty()
                                ? request
                                : request.header(HttpHeaders.ACCEPT_LANGUAGE, accepted))
                        .bodyValue(body)
                        .exchange();
        return expect(200, answer).get(0);
    }

    private JsonNode refused(String path, Map<String, ?> body) {
        return expectProblem(post(ana, path, body), 400, "validation-failed");
    }
}
