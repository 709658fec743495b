package org.tertulia.message.previews;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageLinksTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "https://a.test/x ¦ https://a.test/x",
                "look: HTTP://a.test. ¦ HTTP://a.test",
                "(https://a.test/x) ¦ https://a.test/x",
                "(see https://a.test/x_(y)), ¦ https://a.test/x_(y)",
                "**https://a.test/x** ¦ https://a.test/x",
                "¿https://a.test/x?! ¦ https://a.test/x",
                "https://a.test/?q=a&b=c, ¦ https://a.test/?q=a&b=c",
                "<https://a.test/x> ¦ https://a.test/x",
                "[words](https://a.test/x) ¦ https://a.test/x",
                "[words](<https://a.test/x>) ¦ https://a.test/x",
                "[words](https://a.test/x \"title\") ¦ https://a.test/x",
                "[words](https://a.test/x_(y)) ¦ https://a.test/x_(y)",
                "[https://b.test/](https://a.test/) ¦ https://a.test/",
                "[https://b.test/] ¦ https://b.test/",
                "> https://a.test/ ¦ https://a.test/",
                "http://[2001:db8::1]/x ¦ http://[2001:db8::1]/x"
            })
    void aLinkShouldBeWhatReadersSee(String text, String link) {
        assertThat(written(text)).containsExactly(link);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no link",
                "https://",
                "xhttps://a.test",
                "ftp://a.test",
                "www.a.test",
                "`https://a.test`",
                "``x ` https://a.test``",
                "```\nhttps://a.test\n```",
                "~~~ java\nhttps://a.test\n~~~",
                "```\nhttps://a.test",
                "> ```\n> https://a.test\n> ```",
                "````\n```\nhttps://a.test\n````",
                "    https://a.test",
                "x\n\n\thttps://a.test\n    https://b.test",
                "https://user@a.test/",
                "https://2130706433/",
                "[x](javascript:alert(1))"
            })
    void whatIsNotALinkShouldHaveNoPreview(String text) {
        assertThat(written(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`x` https://a.test",
                "`x https://a.test",
                "```\nx\n```\nhttps://a.test",
                "x\n    https://a.test",
                "```x``` https://a.test",
                "`a\n\nhttps://a.test `b"
            })
    void whatIsBesideCodeShouldBeALink(String text) {
        assertThat(written(text)).containsExactly("https://a.test");
    }

    @Test
    void theFirstThreePagesShouldCountEachOnce() {
        assertThat(
                        written(
                                "https://a.test https://A.test/#x http://a.test https://u@x.test https://b.test https://c.test"))
                .containsExactly("https://a.test", "http://a.test", "https://b.test");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[", "`", "``` ` ", "[a](", "(", "https://", "    x\n\n", "~~~\n", "[a]("})
    @Timeout(20)
    void aTextMadeToBeSlowShouldNotBe(String part) {
        var text = "https://a.test/" + part.repeat(16_384 / part.length()) + ")";
        assertThat(MessageLinks.in(text)).hasSizeLessThanOrEqualTo(MessageLinks.MOST);
        var ticks = new StringBuilder("https://a.test/ ");
        for (int i = 1; i < 180; i++) {
            ticks.append("`".repeat(i)).append('x');
        }
        assertThat(MessageLinks.in(ticks.toString())).hasSize(1);
    }

    private static List<String> written(String text) {
        return MessageLinks.in(text).stream().map(MessageLink::written).toList();
    }
}
