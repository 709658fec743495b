package org.tertulia.notification.mail;

import java.util.Locale;

/** Why a mail is sent. */
enum MailKind {
    /** Asks whether an address is the person's. */
    CONFIRMATION,
    /** Tells what is unread. */
    DIGEST;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static MailKind of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
