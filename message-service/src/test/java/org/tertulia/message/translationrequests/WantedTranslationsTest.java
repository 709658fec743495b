package org.tertulia.message.translationrequests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.test.FixedIds;

class WantedTranslationsTest {

    private static final ChatId CHAT = new ChatId(FixedIds.id(1));
    private static final ChatId OTHER = new ChatId(FixedIds.id(2));

    @Test
    void everythingShouldLeaveTheExceptionsOut() {
        var wanted = WantedTranslations.of("en", true, List.of(CHAT));

        assertThat(wanted.in(CHAT)).isNull();
        assertThat(wanted.in(OTHER)).isEqualTo("en");
        assertThat(wanted.isNone()).isFalse();
    }

    @Test
    void otherwiseItShouldBeTheNamedChatsOnly() {
        var wanted = WantedTranslations.of("en", false, List.of(CHAT, CHAT));

        assertThat(wanted.in(CHAT)).isEqualTo("en");
        assertThat(wanted.in(OTHER)).isNull();
    }

    @Test
    void withoutALanguageNothingShouldBeWanted() {
        assertThat(WantedTranslations.of(null, true, List.of(CHAT)))
                .isSameAs(WantedTranslations.NONE);
        assertThat(WantedTranslations.NONE.isNone()).isTrue();
        assertThat(WantedTranslations.NONE.in(CHAT)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "en,en",
        "EN,en",
        "pt-BR,pt",
        "ca-valencia,ca",
        "zh-Hans-CN,zh",
        "ast,ast",
        "an,an",
        "eo,eo",
        "szl,szl",
        "hbs,hbs"
    })
    void aVariantShouldBeItsLanguage(String tag, String code) {
        assertThat(WantedTranslations.of(tag, true, List.of()).language()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"spa,es", "deu,de", "eng-GB,en"})
    void aLanguageShouldBeCalledByItsShortestCode(String tag, String code) {
        assertThat(WantedTranslations.of(tag, true, List.of()).language()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "e", "english", "xx", "qqq", "zzz", "mis", "mul", "zxx", "en_US", "en-",
                "x-own", "und", "🙂", "12", "en es"
            })
    void whatNamesNoLanguageShouldBeRefused(String tag) {
        assertThatThrownBy(() -> WantedTranslations.of(tag, true, List.of()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.type()).isEqualTo(ProblemTypes.VALIDATION_FAILED));
    }

    @Test
    void tooManyChatsShouldBeRefused() {
        var most =
                IntStream.range(0, WantedTranslations.MAX_CHATS)
                        .mapToObj(i -> new ChatId(FixedIds.id(i)))
                        .toList();
        assertThat(WantedTranslations.of("en", true, most).chats()).hasSize(500);
        var more = Collections.nCopies(WantedTranslations.MAX_CHATS + 1, CHAT);
        for (var language : new String[] {"en", null}) {
            assertThatThrownBy(() -> WantedTranslations.of(language, true, more))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.type()).isEqualTo(ProblemTypes.VALIDATION_FAILED));
        }
    }
}
