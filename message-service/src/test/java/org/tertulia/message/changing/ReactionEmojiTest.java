package org.tertulia.message.changing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

class ReactionEmojiTest {

    @ParameterizedTest
    @CsvSource({
        "❤, ❤️",
        "❤️, ❤️",
        ":ok:, :ok:",
        ":cafe_con-leche2:, :cafe_con-leche2:",
        ":abcdefghijklmnopqrstuvwxyz012345:, :abcdefghijklmnopqrstuvwxyz012345:"
    })
    void anEmojiShouldHaveOneSpelling(String raw, String stored) {
        assertThat(ReactionEmoji.clean(raw)).isEqualTo(stored);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                ":",
                "::",
                ":a:",
                ":abcdefghijklmnopqrstuvwxyz0123456:",
                ":Cafe:",
                ":café:",
                ":a b:",
                ":+1:",
                "cafe",
                ":cafe",
                "cafe:",
                "::cafe::",
                ":cafe: ",
                " :cafe:",
                ":cafe:\n",
                ":cafe::te:",
                "❤:cafe:",
                ":❤:",
                "👍👍"
            })
    void anythingElseShouldBeRefused(String raw) {
        assertThatThrownBy(() -> ReactionEmoji.clean(raw))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> {
                            assertThat(e.type()).isEqualTo(ProblemTypes.VALIDATION_FAILED);
                            assertThat(e.errors().getFirst().field()).isEqualTo("emoji");
                            assertThat(e.errors().getFirst().message())
                                    .isEqualTo("must be one emoji, or one of the chat's own");
                        });
    }
}
