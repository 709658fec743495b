package org.tertulia.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Mails for programs. */
final class MailJson {
    private MailJson() {}

    static String list(List<CaughtMail> mails) {
        var out = new StringBuilder("{\"mails\":[");
        for (var i = 0; i < mails.size(); i++) {
            out.append(i == 0 ? "" : ",").append(one(mails.get(i)));
        }
        return out.append("]}").toString();
    }

    private static String one(CaughtMail mail) {
        var content = mail.content();
        return "{\"id\":%d,\"at\":%s,\"to\":%s,\"subject\":%s,\"text\":%s,\"html\":%s,\"links\":%s}"
                .formatted(
                        mail.id(),
                        quoted(mail.at().toString()),
                        array(mail.to()),
                        quoted(content.header("Subject")),
                        quoted(content.text()),
                        quoted(content.html()),
                        array(content.links()));
    }

    private static String array(List<String> texts) {
        return "[" + String.join(",", texts.stream().map(MailJson::quoted).toList()) + "]";
    }

    private static String quoted(@Nullable String text) {
        if (text == null) {
            return "null";
        }
        var out = new StringBuilder("\"");
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                out.append("\\u%04x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
