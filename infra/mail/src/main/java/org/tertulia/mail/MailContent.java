package org.tertulia.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is in a mail, decoded.
 *
 * @param headers the first of each name, in whatever case
 * @param text the first part that is plain text; null for none
 * @param html the first part that is HTML; null for none
 */
public record MailContent(
        Map<String, String> headers, @Nullable String text, @Nullable String html) {
    /** Parts in parts; what is deeper is not looked at. */
    private static final int MAX_DEPTH = 8;

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+[^\\s<>\".,;:!?)]");

    /** Of what can not be read, as much as can. */
    static MailContent of(byte[] source) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        var parts = new Parts();
        try {
            var message =
                    new MimeMessage(
                            Session.getInstance(new Properties()),
                            new ByteArrayInputStream(source));
            for (var all = message.getAllHeaders(); all.hasMoreElements(); ) {
                var header = all.nextElement();
                headers.putIfAbsent(header.getName(), decoded(header.getValue()));
            }
            parts.add(message, 0);
        } catch (MessagingException | IOException e) {
            parts.text = Objects.requireNonNullElse(parts.text, "Cannot be read: " + e);
        }
        return new MailContent(headers, parts.text, parts.html);
    }

    private static String decoded(String header) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(header));
        } catch (IOException e) {
            return header;
        }
    }

    /** A header; empty when it is not there. */
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** Where its text leads, in that order, each once. */
    public List<String> links() {
        var found = new LinkedHashSet<String>();
        var searched =
                text == null ? Objects.requireNonNullElse(html, "").replace("&amp;", "&") : text;
        LINK.matcher(searched).results().forEach(it -> found.add(it.group()));
        return List.copyOf(found);
    }

    private static final class Parts {
        private @Nullable String text;
        private @Nullable String html;

        private void add(Part part, int depth) throws MessagingException, IOException {
            if (depth > MAX_DEPTH || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
                return;
            }
            if (part.isMimeType("multipart/*")) {
                var several = new MimeMultipart(part.getDataHandler().getDataSource());
                for (var i = 0; i < several.getCount(); i++) {
                    BodyPart one = several.getBodyPart(i);
                    add(one, depth + 1);
                }
            } else if (text == null && part.isMimeType("text/plain")) {
                text = read(part);
            } else if (html == null && part.isMimeType("text/html")) {
                html = read(part);
            }
        }

        private static String read(Part part) throws MessagingException, IOException {
            try (var in = part.getInputStream()) {
                return new String(in.readAllBytes(), charset(part.getContentType()));
            }
        }

        private static Charset charset(String contentType) throws MessagingException {
            var named = new ContentType(contentType).getParameter("charset");
            return named != null && Charset.isSupported(named)
                    ? Charset.forName(named)
                    : StandardCharsets.UTF_8;
        }
    }
}
