package org.tertulia.translation.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tertulia.translation.bot.Answers.Asker;
import org.tertulia.translation.language.Language;
import org.tertulia.translation.translating.TranslationOrder;
import org.tertulia.translation.translating.TranslationOutcome;
import org.tertulia.translation.translating.TranslationOutcome.Reason;
import org.tertulia.translation.translating.TranslationOutcome.Translated;
import org.tertulia.translation.translating.TranslationOutcome.Untranslated;
import reactor.core.publisher.Mono;

class AnswersTest {

    private static final Language SPANISH = new Language("es");
    private static final Language ENGLISH = new Language("en");
    private static final Language GERMAN = new Language("de");

    private final Answers answers = new Answers("traductor", AnswersTest::translate);

    /** Takes a text for the language that its first word is the code of, and knows Spanish and English. */
    private static Mono<TranslationOutcome> translate(TranslationOrder order) {
        var words = order.text().split(" ", 2);
        var source = new Language(words[0]);
        var known = List.of(SPANISH, ENGLISH);
        return Mono.just(
                source.equals(order.target())
                        ? new Untranslated(source, Reason.SAME_LANGUAGE)
                        : known.contains(source) && known.contains(order.target())
                                ? new Translated(source, order.target() + " " + words[1], "test")
                                : new Untranslated(source, Reason.NO_ENGINE));
    }

    @Test
    void whoReadsALanguageShouldGetIt() {
        assertThat(answer("en Hello", null, SPANISH)).isEqualTo("es Hello");
        assertThat(answer("es Hola", null, ENGLISH)).isEqualTo("en Hola");
    }

    @Test
    void whatIsInThatLanguageAlreadyShouldComeInTheOther() {
        assertThat(answer("es Hola", null, SPANISH)).isEqualTo("en Hola");
        assertThat(answer("en Hello", null, ENGLISH)).isEqualTo("es Hello");
    }

    @Test
    void withoutAChosenLanguageSpanishShouldBecomeEnglishAndAllElseSpanish() {
        assertThat(answer("es Hola", null, null)).isEqualTo("en Hola");
        assertThat(answer("en Hello", null, null)).isEqualTo("es Hello");
    }

    @Test
    void theLanguageAskedForShouldWin() {
        assertThat(answer("es Hola", ENGLISH, SPANISH)).isEqualTo("en Hola");
        assertThat(answer("es Hola", SPANISH, ENGLISH)).isEqualTo("That is in Spanish already.");
    }

    @Test
    void whatItDoesNotKnowShouldBeSaidInTheLanguageOfWhoAsks() {
        assertThat(answer("de Hallo", ENGLISH, ENGLISH))
                .isEqualTo("I do not know how to translate German into English.");
        assertThat(answer("de Hallo", ENGLISH, SPANISH))
                .isEqualTo("No sé traducir del alemán al inglés.");
        assertThat(answer("es Hola", GERMAN, null))
                .isEqualTo("No sé traducir del español al alemán.");
    }

    @Test
    void everyReasonShouldHaveWordsInEveryLanguage() {
        for (var phrases : Phrases.values()) {
            for (var reason : Reason.values()) {
                assertThat(phrases.why(reason, null, ENGLISH)).isNotBlank().doesNotContain("null");
            }
        }
    }

    @Test
    void theBotShouldCallNobody() {
        assertThat(answer("es Hola @ana y @all, a@b", ENGLISH, null))
                .isEqualTo("en Hola @\u2060ana y @\u2060all, a@\u2060b");
    }

    @Test
    void whoseLanguageIsNotKnownShouldGetHelpInAll() {
        var nobody = new Asker(Optional.empty(), List.of());
        var reader = new Asker(Optional.of(SPANISH), List.of());

        assertThat(answers.help(nobody)).contains("Write to me alone", "Escríbeme en privado");
        assertThat(answers.help(reader)).contains("Escríbeme").doesNotContain("Write to me");
    }

    private String answer(String text, @Nullable Language target, @Nullable Language reading) {
        var asker = new Asker(Optional.ofNullable(reading), List.of());
        return Objects.requireNonNull(answers.translation(text, target, asker).block());
    }
}
