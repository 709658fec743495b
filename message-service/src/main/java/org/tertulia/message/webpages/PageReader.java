package org.tertulia.message.webpages;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tertulia.message.webpages.PageUnavailable.Reason;

/** Reads what a page says of itself: Open Graph first, then what Twitter asks for, then plain HTML. */
@Component
final class PageReader {

    /** In graphemes, as are the others. */
    static final int MAX_SITE_NAME = 60;

    static final int MAX_TITLE = 150;
    static final int MAX_DESCRIPTION = 300;

    private static final int CHUNK = 8_192;
    private static final Pattern CHARSET =
            Pattern.compile("(?i)charset\\s*=\\s*[\"']?([A-Za-z0-9._:+-]{1,40})");

    private final int maxText;

    PageReader(WebPagesProperties properties) {
        this.maxText = Math.toIntExact(properties.maxText().toBytes());
    }

    /** Takes processor time: not for an event loop. Fails with {@link PageUnavailable}. */
    PageSummary read(PageAnswer.Body page) {
        try {
            return summary(parsed(page));
        } catch (IOException unreadable) {
            throw new PageUnavailable(Reason.UNUSABLE, unreadable);
        }
    }

    private Document parsed(PageAnswer.Body page) throws IOException {
        var html = page.packed() ? unpacked(page.bytes()) : page.bytes();
        return Jsoup.parse(new ByteArrayInputStream(html), charset(page.contentType()), "");
    }

    private static PageSummary summary(Document document) {
        var said = new HashMap<String, String>();
        for (var meta : document.select("meta[content]")) {
            Stream.of(meta.attr("property"), meta.attr("name"))
                    .filter(key -> !key.isEmpty() && !meta.attr("content").isBlank())
                    .forEach(
                            key ->
                                    said.putIfAbsent(
                                            key.toLowerCase(Locale.ROOT), meta.attr("content")));
        }
        var title = document.title();
        return new PageSummary(
                PlainLine.of(first(said, "og:site_name", "application-name"), MAX_SITE_NAME),
                PlainLine.of(orElse(first(said, "og:title", "twitter:title"), title), MAX_TITLE),
                PlainLine.of(
                        first(said, "og:description", "twitter:description", "description"),
                        MAX_DESCRIPTION));
    }

    private static @Nullable String first(Map<String, String> said, String... keys) {
        for (var key : keys) {
            var value = said.get(key);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static String orElse(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }

    /** Null when it is not said, or not known: the parser then looks for it in the page. */
    private static @Nullable String charset(@Nullable String contentType) {
        if (contentType == null) {
            return null;
        }
        var said = CHARSET.matcher(contentType);
        try {
            return said.find() && Charset.isSupported(said.group(1)) ? said.group(1) : null;
        } catch (IllegalCharsetNameException notAName) {
            return null;
        }
    }

    private byte[] unpacked(byte[] packed) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var chunk = new byte[CHUNK];
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            for (int read = 0; read >= 0 && bytes.size() < maxText; ) {
                bytes.write(chunk, 0, read);
                read = in.read(chunk, 0, Math.min(CHUNK, maxText - bytes.size()));
            }
        } catch (EOFException cut) {
            // The page was longer than what is read of one: what came first is what matters.
        }
        return bytes.toByteArray();
    }
}
