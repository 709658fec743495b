package org.tertulia.translation.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tertulia.translation.language.Language;

class LanguageDetectorTest {

    private static final Language ENGLISH = new Language("en");
    private static final Language SPANISH = new Language("es");
    private static final LanguageDetector DETECTOR = new LanguageDetector();

    private record Sentence(Language language, String text) {}

    private static final Set<String> ROMANCE_AND_GERMANIC =
            Set.of("en", "es", "pt", "fr", "ca", "de", "it");

    /** Measured: 83 right, one wrong. */
    @Test
    void shortSentencesShouldBeRecognised() throws IOException {
        var sentences = sentences(ROMANCE_AND_GERMANIC);
        assertThat(sentences).hasSize(84);
        assertThat(right(sentences, Set.of())).isGreaterThanOrEqualTo(80);
        assertThat(wrong(sentences, Set.of())).isLessThanOrEqualTo(3);
    }

    /** Measured: all twelve. */
    @Test
    void basqueShouldBeRecognised() throws IOException {
        assertThat(right(sentences(Set.of("eu")), Set.of())).isGreaterThanOrEqualTo(11);
    }

    /** The table calls it {@code no}, engines and people do not. */
    @Test
    void norwegianShouldBeCalledAsEnginesCallIt() {
        assertThat(DETECTOR.detect("Jeg kommer hjem klokka ni i kveld, ikke vent på meg", Set.of()))
                .isInstanceOfSatisfying(
                        Detection.Recognised.class,
                        it -> assertThat(it.language()).isEqualTo(Language.of("nob")));
    }

    /** Measured: 26, of the 24 that its words were not tried on 16. What is not, is taken for a neighbour. */
    @Test
    void galicianShouldBeRecognised() throws IOException {
        var sentences = sentences(Set.of("gl"));
        assertThat(sentences).hasSize(36);
        assertThat(right(sentences, Set.of())).isGreaterThanOrEqualTo(24);
        for (var sentence : sentences) {
            if (DETECTOR.detect(sentence.text(), Set.of())
                    instanceof Detection.Recognised(var found, _, _)) {
                assertThat(found.code()).isIn("gl", "es", "pt", "ca");
            }
        }
    }

    /** Names of Galicia, words that two languages share, and mistakes that people make. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "La Xunta de Galicia ha dicho que mañana no hay clase",
                "Quedamos en la Praza do Obradoiro a las ocho",
                "El pulpo á feira estaba buenísimo",
                "Me dijo grazas y se fue sin más",
                "Hai que joderse, otra vez lloviendo",
                "xa nos vemos luego tío",
                "Quebrei a unha, que raiva",
                "Vou fazer a unha hoje à tarde",
                "Ontem eu não consegui dormir nada",
                "Avui no vindré, ja ens veurem demà"
            })
    void neighboursShouldNotBeTakenForGalician(String text) {
        for (var likely : List.of(Set.<Language>of(), Set.of(ENGLISH, SPANISH))) {
            if (DETECTOR.detect(text, likely) instanceof Detection.Recognised(var found, _, _)) {
                assertThat(found).isNotEqualTo(Galician.LANGUAGE);
            }
        }
    }

    /** Measured: all 24. */
    @Test
    void likelyLanguagesShouldBeRecognisedMoreOften() throws IOException {
        var sentences = sentences(Set.of("en", "es"));
        assertThat(right(sentences, Set.of(ENGLISH, SPANISH))).isGreaterThanOrEqualTo(23);
    }

    /** Measured: 81. */
    @Test
    void whatIsSpokenThereShouldNotHideOtherLanguages() throws IOException {
        var sentences = sentences(ROMANCE_AND_GERMANIC);
        assertThat(right(sentences, Set.of(ENGLISH, SPANISH))).isGreaterThanOrEqualTo(78);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "123",
                "👍👍",
                "jaja",
                "jajajaja",
                "jajaj",
                "HAHAHA",
                "kkkkk",
                "ok",
                "xkcd qwrtz",
                "…",
                "’"
            })
    void whatIsOfNoLanguageShouldBeUnsure(String text) {
        assertThat(DETECTOR.detect(text, Set.of())).isInstanceOf(Detection.Unsure.class);
        assertThat(DETECTOR.detect(text, Set.of(ENGLISH, SPANISH)))
                .isInstanceOf(Detection.Unsure.class);
    }

    @ParameterizedTest
    @CsvSource({
        "Gracias,es",
        "Good morning,en",
        "¡Buenas noches!,es",
        "Thanks,en",
        "Mañana,es",
        "jajaja claro,es"
    })
    void aWordOrTwoShouldBeEnoughOfALikelyLanguage(String text, String code) {
        assertThat(DETECTOR.detect(text, Set.of(ENGLISH, SPANISH)))
                .isInstanceOfSatisfying(
                        Detection.Recognised.class,
                        it -> assertThat(it.language().code()).isEqualTo(code));
    }

    @Test
    void anApostropheBeforeALetterShouldBeOfItsWord() {
        assertThat(Words.in("Don't stop -- l’ÉTÉ 'tis ''' it'. rock''n''roll'' A\u0301-b' '"))
                .containsExactly(
                        "don't", "stop", "l’été", "'tis", "it", "rock''n''roll", "a\u0301", "b");
    }

    /** 100,000 signs of two kinds, by turns or one kind after the other. */
    @Test
    void aHostileTextShouldTakeNoLongerThanItIsLong() {
        var signs = List.of("'", "’", "`", "a", "ja", " ", "-", "1", "\u0301", "👍", "\n");
        for (var sign : signs) {
            for (var other : signs) {
                var half = 50_000 / sign.length();
                for (var text :
                        List.of(
                                "a" + sign.repeat(half) + other.repeat(half) + "a",
                                "a" + (sign + other).repeat(half))) {
                    assertTimeoutPreemptively(
                            Duration.ofSeconds(5),
                            () -> DETECTOR.detect(text, Set.of()),
                            () -> "of " + sign + " and " + other);
                }
            }
        }
    }

    private static long right(List<Sentence> sentences, Set<Language> likely) {
        return sentences.stream()
                .filter(
                        it ->
                                DETECTOR.detect(it.text(), likely)
                                                instanceof Detection.Recognised(var found, _, _)
                                        && found.equals(it.language()))
                .count();
    }

    private static long wrong(List<Sentence> sentences, Set<Language> likely) {
        return sentences.stream()
                .filter(
                        it ->
                                DETECTOR.detect(it.text(), likely)
                                                instanceof Detection.Recognised(var found, _, _)
                                        && !found.equals(it.language()))
                .count();
    }

    private static List<Sentence> sentences(Set<String> languages) throws IOException {
        try (var file =
                LanguageDetectorTest.class.getResourceAsStream("/detection/sentences.tsv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", 2))
                    .map(cells -> new Sentence(new Language(cells[0]), cells[1]))
                    .filter(it -> languages.contains(it.language().code()))
                    .toList();
        }
    }
}
