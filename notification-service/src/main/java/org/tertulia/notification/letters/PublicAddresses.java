package org.tertulia.notification.letters;

import java.net.URI;
import org.springframework.stereotype.Component;
import org.tertulia.notification.config.EmailProperties;

/** Where links in mails lead to: places of the web app, and what needs no login. */
@Component
final class PublicAddresses {

    private final String base;

    PublicAddresses(EmailProperties properties) {
        this.base = properties.publicUrl().toString();
    }

    /** Where what a notification tells of is seen. */
    URI of(DigestItem item) {
        return switch (item.kind()) {
            case SCHEDULED_MESSAGE -> at("/scheduled");
            case REMINDER_REFUSED -> at("/reminders");
            case MENTION, REPLY, MESSAGE, REACTION, INVITATION, REMINDER, ALERT -> place(item);
        };
    }

    private URI place(DigestItem item) {
        var chat = item.chat();
        if (chat == null) {
            return item.by() == null ? at("/reminders") : inbox();
        }
        var path = "/chats/" + chat;
        if (item.thread() != null) {
            return at(path + "/threads/" + item.thread());
        }
        return item.message() == null ? at(path) : at(path + "/messages/" + item.message());
    }

    /** The inbox. */
    URI inbox() {
        return at("/notifications");
    }

    /** Where people say what they want to be told, and how. */
    URI settings() {
        return at("/settings");
    }

    /** The page that confirms an address. */
    URI confirm(LinkToken token) {
        return at("/settings/email/confirm?token=" + token.text());
    }

    /** Ends the digests: a page for who gets it, one click for who posts to it. */
    URI unsubscribe(LinkToken token) {
        return at("/api/v1/notifications/email/unsubscribe?token=" + token.text());
    }

    private URI at(String path) {
        return URI.create(base + path);
    }
}
