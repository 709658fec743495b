package org.tertulia.message.webpages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import org.tertulia.starter.text.PlainText;

class PageReaderTest {

    private final PageReader reader =
            new PageReader(
                    new WebPagesProperties(
                            List.of(),
                            Set.of(80),
                            Duration.ofSeconds(3),
                            DataSize.ofKilobytes(256),
                            DataSize.ofMegabytes(1),
                            3));

    @Test
    void openGraphShouldGoFirst() {
        var page =
                read(
                        """
                        <!doctype html><html><head>
                        <title>Plain</title>
                        <meta name="description" content="plain description">
                        <meta name="twitter:title" content="Twitter">
                        <meta property="OG:Title" content="Open &amp; Graph">
                        <meta property="og:title" content="Second">
                        <meta property="og:description" content=" two\n\t lines ">
                        <meta property="og:site_name" content="Site">
                        """);
        assertThat(page).isEqualTo(new PageSummary("Site", "Open & Graph", "two lines"));
    }

    @Test
    void whatIsThereShouldStandInForWhatIsNot() {
        assertThat(read("<title> Plain </title><meta name=twitter:description content=T>"))
                .isEqualTo(new PageSummary(null, "Plain", "T"));
        assertThat(read("<meta name=description content=D><meta property=og:title content=' '>"))
                .isEqualTo(new PageSummary(null, null, "D"));
        assertThat(read("<svg><title>Icon</title></svg><p>text").isTelling()).isFalse();
        assertThat(read("").isTelling()).isFalse();
    }

    @Test
    void whatCouldDeceiveShouldBeTakenOut() {
        var page = read("<title>a&#x202E;b&#x2066;c&#x200F;d&#0;e&#7;f&#xFEFF;g&#x200B;h</title>");
        assertThat(page.title()).isEqualTo("abcdefgh");
        assertThat(read("<title>\u202E\u2066</title>").title()).isNull();
        assertThat(read("<title>👩‍👩‍👧 <b>x</b></title>").title()).isEqualTo("👩‍👩‍👧 <b>x</b>");
    }

    @Test
    void whatIsLongShouldBeCutBetweenGraphemes() {
        var title = read("<title>%s</title>".formatted("e\u0301".repeat(500))).title();
        assertThat(title).isEqualTo("é".repeat(PageReader.MAX_TITLE) + "…");
        var flags = read("<title>%s</title>".formatted("🇪🇸".repeat(500))).title();
        assertThat(flags).isEqualTo("🇪🇸".repeat(PageReader.MAX_TITLE) + "…");
        var piled = read("<title>a%s b</title>".formatted("\u0315".repeat(100_000))).title();
        assertThat(piled == null ? 0 : PlainText.graphemes(piled)).isLessThan(3);
        assertThat(piled == null ? 0 : piled.length()).isLessThan(700);
    }

    @Test
    void theCharsetShouldBeTheServersOrThePages() {
        var latin = "<title>año</title>".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(read("text/html; charset=ISO-8859-1", latin).title()).isEqualTo("año");
        var shift =
                "<meta charset=shift_jis><title>日本</title>".getBytes(Charset.forName("Shift_JIS"));
        assertThat(read("text/html", shift).title()).isEqualTo("日本");
        var utf8 = "<title>año</title>".getBytes(StandardCharsets.UTF_8);
        for (var type : List.of("text/html; charset=no-such", "text/html; charset=\"$\"")) {
            assertThat(read(type, utf8).title()).isEqualTo("año");
        }
    }

    @Test
    void deepNestingShouldDoNoHarm() {
        assertThat(read("<title>x</title>" + "<div>".repeat(100_000)).title()).isEqualTo("x");
    }

    private PageSummary read(String html) {
        return read("text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }

    private PageSummary read(String contentType, byte[] html) {
        return reader.read(new PageAnswer.Body(contentType, false, html));
    }
}
