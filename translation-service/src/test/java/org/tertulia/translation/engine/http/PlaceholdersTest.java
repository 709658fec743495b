package org.tertulia.translation.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.reactive.function.client.WebClient;
import org.tertulia.translation.engine.EngineFailed;
import org.tertulia.translation.engine.EngineFailed.Cause;
import org.tertulia.translation.engine.MarkedText;
import org.tertulia.translation.engine.Part;

/** What is read of an answer, in the form of every kind of server. */
class PlaceholdersTest {

    private static final WebClient WEB = WebClient.create();
    private static final MarkedText SOURCE =
            new MarkedText(List.of(new Part.Words("hi "), new Part.Kept("@ana")));

    private static Placeholders libreTranslate() {
        return new LibreTranslateClient(WEB, null).placeholders();
    }

    private static Placeholders deepL() {
        return new DeepLClient(WEB, "key").placeholders();
    }

    private static Placeholders openAi() {
        var properties =
                new OpenAiProperties(
                        URI.create("http://127.0.0.1:1"), null, "m", 0, List.of(), Servers.PATIENT);
        return new OpenAiClient(WEB, properties).placeholders();
    }

    private static Stream<Arguments> remains() {
        return Stream.of(
                Arguments.of(libreTranslate(), "&lt;span translate=\"no\" id=\"k1\"&gt;K1"),
                Arguments.of(deepL(), "&lt;x&gt;1&lt;/x&gt;"),
                Arguments.of(deepL(), "&lt;x /&gt;"),
                Arguments.of(openAi(), "⟦1"),
                Arguments.of(openAi(), "1⟧"));
    }

    @ParameterizedTest
    @MethodSource("remains")
    void whatIsLeftOfAPlaceholderShouldBeNoWord(Placeholders placeholders, String remains) {
        var whole = placeholders.written(SOURCE);
        assertThat(placeholders.read(whole, SOURCE)).isEqualTo(SOURCE);
        assertThatThrownBy(() -> placeholders.read(whole + remains, SOURCE))
                .isInstanceOfSatisfying(
                        EngineFailed.class,
                        failed -> assertThat(failed.kind()).isEqualTo(Cause.GARBLED));
    }

    private static Stream<Arguments> ofMarkup() {
        return Stream.of(
                Arguments.of(libreTranslate(), "<span translate> and <span translate=\"no\">"),
                Arguments.of(deepL(), "<x>1</x> and <x/>"));
    }

    @ParameterizedTest
    @MethodSource("ofMarkup")
    void whatPeopleWriteLikeOneShouldComeBack(Placeholders placeholders, String words) {
        var source = MarkedText.ofWords(words);
        assertThat(placeholders.read(placeholders.written(source), source)).isEqualTo(source);
    }
}
