package org.tertulia.starter.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

class EmojiTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "👍",
                "👍🏽",
                "😀",
                "❤️",
                "©️",
                "™️",
                "☝️",
                "☝🏿",
                "🇪🇸",
                "🇪🇺",
                "🇽🇰",
                "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
                "#️⃣",
                "*️⃣",
                "7️⃣",
                "🔟",
                "🏳️‍🌈",
                "🏳️‍⚧️",
                "🏴‍☠️",
                "👁️‍🗨️",
                "❤️‍🔥",
                "👩‍❤️‍💋‍👨",
                "👨🏻‍❤️‍💋‍👨🏿",
                "👨‍👩‍👧‍👦",
                "🧑🏻‍🤝‍🧑🏿",
                "👨‍🦰",
                "🧑🏾‍⚕️",
                "⛹🏽‍♂️",
                "⛹️‍♂️",
                "🐻‍❄️",
                "🚶🏻‍♀️‍➡️",
                "🙂‍↔️",
                "🫩"
            })
    void aQualifiedEmojiShouldStayAsItIsAndBeOneGrapheme(String emoji) {
        assertThat(Emoji.clean("emoji", emoji)).isEqualTo(emoji);
        assertThat(PlainText.graphemes(emoji)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "\u2764, \u2764\uFE0F",
        "\u2764\uFE0E, \u2764\uFE0F",
        "\u2764\uFE0F\uFE0F, \u2764\uFE0F",
        "\u00A9, \u00A9\uFE0F",
        "1\u20E3, 1\uFE0F\u20E3",
        "\uD83D\uDC4D\uFE0F, \uD83D\uDC4D",
        "\uD83C\uDFF3\u200D\uD83C\uDF08, \uD83C\uDFF3\uFE0F\u200D\uD83C\uDF08",
        "\u261D\uFE0F\uD83C\uDFFF, \u261D\uD83C\uDFFF",
        "\uD83D\uDC41\u200D\uD83D\uDDE8, \uD83D\uDC41\uFE0F\u200D\uD83D\uDDE8\uFE0F"
    })
    void everySpellingShouldBecomeTheQualifiedOne(String raw, String qualified) {
        assertThat(Emoji.clean("emoji", raw)).isEqualTo(qualified);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "a",
                "1",
                "1\uFE0F",
                "#",
                "ok",
                ":+1:",
                "é",
                "👍👍",
                "👍 ",
                " 👍",
                "👍a",
                "a👍",
                "🇪",
                "🇽🇽",
                "🇪🇸🇵🇹",
                "🏽",
                "😀🏽",
                "👍🏽🏽",
                "👍‍",
                "‍👍",
                "👍‍‍👍",
                "👍‍1",
                "👍⃣",
                "a⃣",
                "🦰",
                "🏴󠁧󠁢",
                "🏴󠁧󠁢󠁳󠁣󠁴",
                "👍󠁧󠁢󠁳󠁣󠁴󠁿",
                "\uFE0F",
                "\u200D",
                "\uD83D",
                "★",
                "→",
                "👨‍👨‍👨‍👨‍👨‍👨‍👨"
            })
    void anythingElseShouldBeRefused(String raw) {
        assertThatThrownBy(() -> Emoji.clean("emoji", raw))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> {
                            assertThat(e.type()).isEqualTo(ProblemTypes.VALIDATION_FAILED);
                            assertThat(e.errors().getFirst().field()).isEqualTo("emoji");
                        });
    }

    @Test
    void aVeryLongTextShouldBeRefusedAtOnce() {
        assertThatThrownBy(() -> Emoji.clean("emoji", "👍‍".repeat(1_000_000) + "👍"))
                .isInstanceOf(ProblemException.class);
    }
}
