package org.tertulia.translation.bot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tertulia.translation.bot.Question.Help;
import org.tertulia.translation.bot.Question.OfMessage;
import org.tertulia.translation.bot.Question.OfText;
import org.tertulia.translation.language.Language;

class QuestionTest {

    private static final String BOT = "traductor";

    @ParameterizedTest
    @CsvSource({
        "'@traductor en Hola a todos', en, Hola a todos",
        "'@traductor: en Hola a todos', en, Hola a todos",
        "'@Traductor EN: Hola a todos', en, Hola a todos",
        "'@traductor inglés Hola a todos', en, Hola a todos",
        "'@traductor German Hola a todos', de, Hola a todos",
        "'@traductor alemán: Hola a todos', de, Hola a todos",
        "'en Hola a todos @traductor', en, Hola a todos",
    })
    void aCallShouldNameItsLanguageFirst(String text, String language, String rest) {
        assertThat(Question.calling(text, BOT, null))
                .isEqualTo(new OfText(rest, new Language(language)));
    }

    @ParameterizedTest
    @CsvSource({
        "'@traductor Hola a todos', Hola a todos",
        "'@traductor de acuerdo', de acuerdo",
        "'@traductor no vengo', no vengo",
        "'@traductor it is late', it is late",
        "'Oye @traductor, hola', Oye hola",
        "'@traductor @traductora hola', @traductora hola",
    })
    void aCallWithoutALanguageShouldHaveNone(String text, String rest) {
        assertThat(Question.calling(text, BOT, null)).isEqualTo(new OfText(rest, null));
    }

    @Test
    void aCallInAnAnswerShouldBeForTheMessageItAnswers() {
        assertThat(Question.calling("@traductor", BOT, 7L)).isEqualTo(new OfMessage(7, null));
        assertThat(Question.calling("@traductor en", BOT, 7L))
                .isEqualTo(new OfMessage(7, new Language("en")));
        assertThat(Question.calling("@traductor en Hola", BOT, 7L))
                .isEqualTo(new OfText("Hola", new Language("en")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"@traductor", "@traductor en", "@traductor ayuda", "@traductor help"})
    void aCallForNothingShouldBeForHelp(String text) {
        assertThat(Question.calling(text, BOT, null)).isEqualTo(new Help());
    }

    @Test
    void whatIsWrittenToTheBotAloneShouldBeForItAllOfIt() {
        assertThat(Question.alone(" en casa hablamos español "))
                .isEqualTo(new OfText("en casa hablamos español", null));
        assertThat(Question.alone("Ayuda")).isEqualTo(new Help());
        assertThat(Question.alone("")).isEqualTo(new Help());
    }
}
