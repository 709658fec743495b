package org.tertulia.mail;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;

/** The pages that show mails. Whatever comes from a mail is text here; its HTML is in a frame without rights. */
final class MailPages {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private static final String PAGE =
            """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>%s</title>
            <style>
            :root { color-scheme: light dark }
            body { margin: 1.5em auto; max-width: 60em; padding: 0 1em; font-family: system-ui, sans-serif; line-height: 1.5 }
            table { width: 100%%; border-collapse: collapse }
            th, td { padding: .4em .6em .4em 0; text-align: start; vertical-align: top; border-bottom: 1px solid #8884 }
            pre { padding: 1em; border: 1px solid #8884; white-space: pre-wrap; overflow-wrap: anywhere }
            iframe { width: 100%%; height: 32em; border: 1px solid #8884; background: #fff }
            </style>
            </head>
            <body>
            %s</body>
            </html>
            """;

    private MailPages() {}

    static String list(List<CaughtMail> mails) {
        if (mails.isEmpty()) {
            return page(
                    "Mails",
                    "<h1>Mails</h1>\n<p>None so far. What the suite sends is caught here.</p>\n");
        }
        var rows = new StringBuilder();
        for (var mail : mails) {
            rows.append(
                    "<tr><td>%s</td><td>%s</td><td><a href=\"/mails/%d\">%s</a></td></tr>\n"
                            .formatted(
                                    TIME.format(mail.at()),
                                    escape(String.join(", ", mail.to())),
                                    mail.id(),
                                    escape(subject(mail.content()))));
        }
        return page(
                "Mails",
                """
                <h1>Mails</h1>
                <p>The newest %d at most; none is sent on.</p>
                <table>
                <thead><tr><th scope="col">Caught</th><th scope="col">To</th><th scope="col">Subject</th></tr></thead>
                <tbody>
                %s</tbody>
                </table>
                <form method="post" action="/clear"><p><button>Forget all</button></p></form>
                """
                        .formatted(Mailbox.MAX_MAILS, rows));
    }

    static String one(CaughtMail mail) {
        var content = mail.content();
        var out = new StringBuilder("<p><a href=\"/\">All mails</a></p>\n");
        out.append("<h1>").append(escape(subject(content))).append("</h1>\n<table>\n");
        for (var name : List.of("From", "To", "Date", "Message-ID", "List-Unsubscribe")) {
            if (!content.header(name).isEmpty()) {
                out.append(
                        "<tr><th scope=\"row\">%s</th><td>%s</td></tr>\n"
                                .formatted(name, escape(content.header(name))));
            }
        }
        out.append("</table>\n").append(links(content.links()));
        if (content.html() != null) {
            out.append("<h2>HTML</h2>\n")
                    .append(
                            "<iframe title=\"The mail as HTML\" src=\"/mails/%d/html\""
                                    .formatted(mail.id()))
                    .append(" sandbox=\"allow-popups allow-popups-to-escape-sandbox\"></iframe>\n");
        }
        out.append("<h2>Text</h2>\n<pre>")
                .append(escape(Objects.requireNonNullElse(content.text(), "")))
                .append(
                        "</pre>\n<p><a href=\"/mails/%d/source\">Source</a></p>\n"
                                .formatted(mail.id()));
        return page(subject(content), out.toString());
    }

    private static String links(List<String> links) {
        if (links.isEmpty()) {
            return "";
        }
        var out = new StringBuilder("<h2>Links</h2>\n<ul>\n");
        for (var link : links) {
            out.append(
                    "<li><a href=\"%1$s\" target=\"_blank\" rel=\"noreferrer noopener\">%1$s</a></li>\n"
                            .formatted(escape(link)));
        }
        return out.append("</ul>\n").toString();
    }

    private static String subject(MailContent content) {
        var subject = content.header("Subject");
        return subject.isEmpty() ? "(no subject)" : subject;
    }

    private static String page(String title, String body) {
        return PAGE.formatted(escape(title), body);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
