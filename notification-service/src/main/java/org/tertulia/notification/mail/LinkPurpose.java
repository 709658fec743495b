package org.tertulia.notification.mail;

import java.util.Locale;

/** What a link in a mail is good for. */
public enum LinkPurpose {
    /** To say that the address is one's own. */
    CONFIRM,
    /** To end the digests. */
    UNSUBSCRIBE;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
