package org.tertulia.notification.push.delivery;

import java.util.Locale;
import java.util.Set;

/** Whether a device is to be woken for a message (RFC 8030, section 5.3). */
enum Urgency {
    /** Whenever there is power and a network that costs nothing. */
    LOW,
    /** Unless the battery is low. */
    NORMAL,
    /** At once. */
    HIGH;

    /** Somebody waits for the person, or the person wanted to be called now. */
    private static final Set<String> CALLS = Set.of("mention", "reply", "reminder", "alert");

    static Urgency of(Push push) {
        var shown = push.notification();
        if (shown == null) {
            return LOW;
        }
        var fromOnePerson = shown.kind().equals("message") && shown.chatTitle() == null;
        return fromOnePerson || CALLS.contains(shown.kind()) ? HIGH : NORMAL;
    }

    /** The header's value. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
