package org.tertulia.notification.letters;

import java.net.URI;
import org.springframework.stereotype.Component;
import org.tertulia.notification.config.EmailProperties;
import org.tertulia.notification.language.Language;

/** Writes what mails say: the same as text and as HTML, which loads nothing from anywhere. */
@Component
public final class Letters {

    private static final String PAGE =
            """
            <!doctype html>
            <html lang="%s">
            <head><meta charset="utf-8"><title>%s</title></head>
            <body style="margin:0;padding:24px;font-family:system-ui,sans-serif;line-height:1.5;color:#1f2328;background:#ffffff">
            <div style="max-width:36em;margin:0 auto">
            %s</div>
            </body>
            </html>
            """;

    private final PublicAddresses addresses;
    private final EmailProperties properties;

    Letters(PublicAddresses addresses, EmailProperties properties) {
        this.addresses = addresses;
        this.properties = properties;
    }

    /** Asks whether an address is the person's. */
    public Letter confirmation(Language language, LinkToken token) {
        var words = Wording.of(language);
        var link = addresses.confirm(token);
        var hours = Math.max(1, properties.links().confirm().toHours());
        var text =
                "%s\n\n%s\n\n%s %s\n"
                        .formatted(
                                words.confirmOpening(),
                                link,
                                words.confirmWithin(hours),
                                words.confirmIgnore());
        var body =
                paragraph(words.confirmOpening())
                        + paragraphWith(link(link, words.confirm()))
                        + paragraph(words.confirmWithin(hours) + " " + words.confirmIgnore());
        var subject = words.confirmSubject();
        return new Letter(subject, text, page(language, subject, body), language, null);
    }

    /** Tells what is unread. */
    public Letter digest(Language language, Digest digest, LinkToken token) {
        var words = Wording.of(language);
        var unsubscribe = addresses.unsubscribe(token);
        var subject = words.digestSubject(digest.total());
        return new Letter(
                subject,
                digestText(words, digest, unsubscribe),
                page(language, subject, digestHtml(words, digest, unsubscribe)),
                language,
                unsubscribe);
    }

    private String digestText(Wording words, Digest digest, URI unsubscribe) {
        var out = new StringBuilder(words.digestOpening(digest.total())).append("\n\n");
        for (var item : digest.items()) {
            out.append("* ").append(words.headline(item)).append('\n');
            if (!item.excerpt().isEmpty()) {
                out.append("  ").append(item.excerpt()).append('\n');
            }
            out.append("  ").append(addresses.of(item)).append("\n\n");
        }
        var hidden = digest.total() - digest.items().size();
        if (hidden > 0) {
            out.append(words.more(hidden)).append("\n\n");
        }
        line(out, words.inbox(), addresses.inbox());
        // What follows this mark is a signature to whoever answers (RFC 3676, 4.3).
        out.append("\n-- \n").append(words.why()).append('\n');
        line(out, words.settings(), addresses.settings());
        line(out, words.unsubscribe(), unsubscribe);
        return out.toString();
    }

    private static void line(StringBuilder out, String words, URI link) {
        out.append(words).append(": ").append(link).append('\n');
    }

    private String digestHtml(Wording words, Digest digest, URI unsubscribe) {
        var out = new StringBuilder(paragraph(words.digestOpening(digest.total())));
        out.append("<ul style=\"padding:0;list-style:none\">\n");
        digest.items().forEach(item -> out.append(itemHtml(words, item)));
        out.append("</ul>\n");
        var hidden = digest.total() - digest.items().size();
        if (hidden > 0) {
            out.append(paragraph(words.more(hidden)));
        }
        return out.append(paragraphWith(link(addresses.inbox(), words.inbox())))
                .append("<p style=\"font-size:85%;color:#59636e\">")
                .append(Markup.escape(words.why()))
                .append("<br>")
                .append(link(addresses.settings(), words.settings()))
                .append(" · ")
                .append(link(unsubscribe, words.unsubscribe()))
                .append("</p>\n")
                .toString();
    }

    /** What people wrote may be in any direction; it is kept apart from what is around it. */
    private String itemHtml(Wording words, DigestItem item) {
        var excerpt =
                item.excerpt().isEmpty()
                        ? ""
                        : "<blockquote dir=\"auto\" style=\"margin:4px 0;padding-left:12px;"
                                + "border-left:3px solid #d1d9e0\">%s</blockquote>\n"
                                        .formatted(Markup.escape(item.excerpt()));
        return "<li style=\"margin:0 0 20px\"><strong dir=\"auto\">%s</strong>\n%s%s</li>\n"
                .formatted(
                        Markup.escape(words.headline(item)),
                        excerpt,
                        link(addresses.of(item), words.open()));
    }

    private static String page(Language language, String title, String body) {
        return PAGE.formatted(language.text(), Markup.escape(title), body);
    }

    private static String paragraph(String text) {
        return paragraphWith(Markup.escape(text));
    }

    private static String paragraphWith(String html) {
        return "<p>" + html + "</p>\n";
    }

    private static String link(URI to, String words) {
        return "<a href=\"%s\">%s</a>"
                .formatted(Markup.escape(to.toString()), Markup.escape(words));
    }
}
