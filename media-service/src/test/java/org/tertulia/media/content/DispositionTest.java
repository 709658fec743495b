package org.tertulia.media.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.ContentDisposition;

class DispositionTest {

    @Test
    void aPlainNameStandsForItself() {
        assertThat(Disposition.of(true, "beach 1.jpg"))
                .isEqualTo("inline; filename=\"beach 1.jpg\"");
        assertThat(Disposition.of(false, "a.zip")).isEqualTo("attachment; filename=\"a.zip\"");
    }

    @Test
    void anyOtherStandsBesideIt() {
        assertThat(Disposition.of(false, "año 100%.pdf"))
                .isEqualTo(
                        "attachment; filename=\"a_o 100_.pdf\"; filename*=UTF-8''a%C3%B1o%20100%25.pdf");
        assertThat(Disposition.of(true, "\ud83d\ude00.png"))
                .isEqualTo("inline; filename=\"_.png\"; filename*=UTF-8''%F0%9F%98%80.png");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\"; filename=\"b.exe",
                "a\\\".jpg",
                "a\r\nSet-Cookie: x=1\r\n\r\n<script>",
                "a\u0000b\u007f\u0085\u2028\u2029c",
                "../../etc/passwd",
                "..\\..\\windows\\a.dll",
                "gpj.\u202eexe",
                "%0d%0aSet-Cookie:x",
                "a;b=c, d",
                "'; filename*=UTF-8''x",
                "\ud800"
            })
    void aHostileNameStaysAName(String name) {
        var header = Disposition.of(false, name);
        assertThat(header)
                .matches(
                        "attachment; filename=\"[ !#$&-.0-\\[\\]-~]*\"(; filename\\*=UTF-8''[!#$&+.^_`|~%\\w-]*)?");
        assertThat(header.chars()).allMatch(c -> c >= ' ' && c <= '~');
        var read = ContentDisposition.parse(header).getFilename();
        assertThat(read).doesNotContain("/", "\\", "\r", "\n", "\u202e", "\u0000");
    }

    @Test
    void noCharacterBreaksOut() {
        IntStream.range(0, 0x3000)
                .mapToObj(Character::toString)
                .map(c -> Disposition.of(true, "a" + c + "b"))
                .forEach(
                        header -> {
                            assertThat(header.chars()).allMatch(c -> c >= ' ' && c <= '~');
                            assertThat(header.chars().filter(c -> c == '"').count()).isEqualTo(2);
                        });
    }
}
