package org.tertulia.media.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "photo.jpg, photo.jpg",
        "a/b\\c.png, c.png",
        "../../etc/passwd, passwd",
        "C:\\Users\\ana\\carta.pdf, carta.pdf",
        ".htaccess, htaccess",
        "...  , file",
        "'name. . ', name",
        "'  año nuevo.txt ', año nuevo.txt",
        "'<b>\"x\"|?*:.gif', bx.gif",
        "folder/, file",
        "'', file"
    })
    void aNameShouldBeFitToBeShownAndSaved(String raw, String clean) {
        assertThat(FileName.clean(raw)).isEqualTo(clean);
    }

    @Test
    void noNameShouldBeFile() {
        assertThat(FileName.clean(null)).isEqualTo("file");
    }

    @Test
    void nothingInvisibleShouldStay() {
        assertThat(FileName.clean("photo\u202Egnp.exe")).isEqualTo("photognp.exe");
        assertThat(FileName.clean("a\u0000b\r\nc\u200B\uFEFF\u2028.txt")).isEqualTo("abc.txt");
        assertThat(FileName.clean("x\uD800y.txt")).isEqualTo("xy.txt");
    }

    @Test
    void theSameLettersShouldBeTheSameName() {
        assertThat(FileName.clean("man\u0303ana.jpg")).isEqualTo("mañana.jpg");
    }

    @Test
    void aLongNameShouldKeepItsEnd() {
        var name = FileName.clean("a".repeat(500) + ".jpeg");

        assertThat(name).hasSize(200).endsWith("aaa.jpeg");
    }

    @Test
    void aLongNameShouldNotBeCutWithinACharacter() {
        var name = FileName.clean("😀".repeat(300) + ".jpg");

        assertThat(name).hasSizeLessThanOrEqualTo(200).endsWith("😀.jpg");
        assertThat(name.codePoints().filter(c -> c == 0x1F600).count()).isEqualTo(98);
    }

    @Test
    void whatFollowsTheLastDotOfALongNameShouldNotAlwaysBeItsEnd() {
        assertThat(FileName.clean("a." + "b".repeat(500))).hasSize(200).startsWith("a.b");
    }
}
