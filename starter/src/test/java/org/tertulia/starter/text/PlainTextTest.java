package org.tertulia.starter.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

class PlainTextTest {

    private static final String FAMILY =
            "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66";

    @Test
    void cleanStripsWhiteSpaceAndComposes() {
        assertThat(PlainText.clean("name", "  Jose\u0301 ", 1, 80)).isEqualTo("Jos\u00E9");
    }

    @Test
    void lengthIsCountedInGraphemes() {
        assertThat(PlainText.graphemes(FAMILY + "e\u0301x")).isEqualTo(3);
        assertThat(PlainText.clean("name", FAMILY.repeat(80), 1, 80)).isEqualTo(FAMILY.repeat(80));
        assertThatThrownBy(() -> PlainText.clean("name", FAMILY.repeat(81), 1, 80))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void refusalNamesTheField() {
        assertThatThrownBy(() -> PlainText.clean("displayName", "   ", 1, 80))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.type()).isEqualTo(ProblemTypes.VALIDATION_FAILED))
                .hasMessageContaining("displayName")
                .hasMessageContaining("1 to 80");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000b",
                "a\tb",
                "a\nb",
                "a\u007Fb",
                "a\u0085b",
                "a\u2028b",
                "a\u202Eb",
                "a\u2066b",
                "a\uD800b",
                "a\uFFFEb",
                "\u200B",
                "\u200D\u200D",
                "\u0301"
            })
    void oneLineRefuses(String raw) {
        assertThatThrownBy(() -> PlainText.clean("name", raw, 1, 80))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void absentTextIsEmpty() {
        assertThat(PlainText.clean("bio", null, 0, 10)).isEmpty();
        assertThatThrownBy(() -> PlainText.clean("name", null, 1, 10))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void marksPiledOnOneLetterAreBounded() {
        assertThatThrownBy(() -> PlainText.clean("name", "a" + "\u0301".repeat(100), 1, 5))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void cleanLinesKeepsLineFeedsAndTabs() {
        assertThat(PlainText.cleanLines("bio", "one\r\ntwo\rthree\tfour\n", 0, 100))
                .isEqualTo("one\ntwo\nthree\tfour");
        assertThatThrownBy(() -> PlainText.cleanLines("bio", "a\u0007", 0, 100))
                .isInstanceOf(ProblemException.class);
    }
}
