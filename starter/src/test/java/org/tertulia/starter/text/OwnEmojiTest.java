package org.tertulia.starter.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnEmojiTest {

    @ParameterizedTest
    @ValueSource(strings = {"ok", "party-parrot", "a_1", "abcdefghijklmnopqrstuvwxyz012345"})
    void aNameShouldBeOneAndStandBetweenColons(String name) {
        assertThat(OwnEmoji.isName(name)).isTrue();
        assertThat(OwnEmoji.isReference(":" + name + ":")).isTrue();
        assertThat(OwnEmoji.isReference(name)).isFalse();
        assertThat(OwnEmoji.isName(":" + name + ":")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "Ok",
                "año",
                "a b",
                "a:b",
                "ok\n",
                "abcdefghijklmnopqrstuvwxyz0123456"
            })
    void anythingElseShouldBeNone(String text) {
        assertThat(OwnEmoji.isName(text)).isFalse();
        assertThat(OwnEmoji.isReference(":" + text + ":")).isFalse();
    }
}
