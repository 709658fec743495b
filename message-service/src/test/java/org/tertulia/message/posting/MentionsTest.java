package org.tertulia.message.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MentionsTest {

    @ParameterizedTest
    @CsvSource({
        "'@ana', ana",
        "'hola @Ana, ¿qué tal?', ana",
        "'(@ana)', ana",
        "'@9lives', 9lives",
        "'@ana.maria_2-b!', ana.maria_2-b",
        "'你好@ana你好', ana",
        "'@ana @bruno @ana', 'ana,bruno'"
    })
    void aHandleAfterAnAtShouldBeAMention(String text, String handles) {
        assertThat(String.join(",", Mentions.in(text).handles())).isEqualTo(handles);
    }

    @ParameterizedTest
    @CsvSource({
        "'@ana.', 'ana,ana.'",
        "'_@ana_', 'ana,ana_'",
        "'*@ana_*', 'ana,ana_'",
        "'@ana-', 'ana,ana-'"
    })
    void whatMayEndAHandleOrTheSentenceShouldBeBoth(String text, String handles) {
        assertThat(String.join(",", Mentions.in(text).handles())).isEqualTo(handles);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana",
                "@",
                "@a",
                "@.ana",
                "@_ana",
                "a@ana.example",
                "mail me: ana+x@ana.example",
                "@@ana",
                "@anaé",
                "éx@ana",
                "@a123456789012345678901234567890",
                "https://social.example/@ana"
            })
    void whatIsNoHandleShouldCallNobody(String text) {
        assertThat(Mentions.in(text).handles()).isEmpty();
    }

    @Test
    void everybodyShouldBeCalledByNameToo() {
        assertThat(Mentions.in("@all")).isEqualTo(new Mentions(java.util.List.of(), true, false));
        assertThat(Mentions.in("@Here.").here()).isTrue();
        assertThat(Mentions.in("@all").here()).isFalse();
        assertThat(Mentions.in("@allo").everyone()).isFalse();
    }

    @Test
    void thereShouldBeABound() {
        var text =
                IntStream.range(0, 80)
                        .mapToObj(i -> "@p" + i + "x")
                        .collect(Collectors.joining(" "));

        assertThat(Mentions.in(text).handles()).hasSize(Mentions.MOST);
    }
}
