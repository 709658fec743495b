package org.tertulia.notification.email;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.tertulia.notification.language.Language;
import org.tertulia.notification.mail.DigestRhythm;

/**
 * What somebody wants by e-mail.
 *
 * @param address where to; null for nowhere
 * @param confirmed whether its owner said that it is the person's
 * @param digest how often
 * @param at when, of a daily digest
 * @param zone by whose clock, an IANA name
 * @param language in which language
 */
record EmailSettings(
        @Nullable String address,
        boolean confirmed,
        DigestRhythm digest,
        LocalTime at,
        String zone,
        Language language) {

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    /** Of who never said anything. */
    static final EmailSettings NONE =
            new EmailSettings(null, false, DigestRhythm.OFF, MORNING, "UTC", Language.ENGLISH);

    /** Whether digests come at other times by these. */
    boolean differsInTime(EmailSettings other) {
        return digest != other.digest || !at.equals(other.at) || !zone.equals(other.zone);
    }
}
