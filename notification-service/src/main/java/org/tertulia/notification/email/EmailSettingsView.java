package org.tertulia.notification.email;

import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.tertulia.notification.language.Language;
import org.tertulia.notification.mail.DigestRhythm;

/**
 * What the caller gets by e-mail.
 *
 * @param available whether mails are sent here at all
 * @param address where to; null for nowhere
 * @param confirmed whether its owner said that it is the caller's
 * @param digest how often
 * @param at when, of a daily digest, as {@code 08:00}
 * @param zone by whose clock, an IANA name
 * @param language in which language
 */
record EmailSettingsView(
        boolean available,
        @Nullable String address,
        boolean confirmed,
        DigestRhythm digest,
        String at,
        String zone,
        Language language) {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");

    static EmailSettingsView of(EmailSettings settings, boolean available) {
        return new EmailSettingsView(
                available,
                settings.address(),
                settings.confirmed(),
                settings.digest(),
                settings.at().format(MINUTES),
                settings.zone(),
                settings.language());
    }
}
