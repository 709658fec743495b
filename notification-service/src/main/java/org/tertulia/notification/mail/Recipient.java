package org.tertulia.notification.mail;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.tertulia.notification.language.Language;
import org.tertulia.starter.id.UserId;

/**
 * Who gets mails, and as they want them.
 *
 * @param person who
 * @param address where to; null for nowhere
 * @param confirmed whether they said that it is theirs
 * @param rhythm how often
 * @param at when, of a daily digest
 * @param zone by whose clock
 * @param language what it is written in
 */
record Recipient(
        UserId person,
        @Nullable String address,
        boolean confirmed,
        DigestRhythm rhythm,
        LocalTime at,
        ZoneId zone,
        Language language) {

    @Nullable Instant next(Instant after) {
        return rhythm.next(after, at, zone);
    }

    /** Whether a mail of this kind to this address still makes sense. */
    boolean wants(MailKind kind, String to) {
        if (!to.equals(address)) {
            return false;
        }
        return switch (kind) {
            case CONFIRMATION -> !confirmed;
            case DIGEST -> confirmed && rhythm != DigestRhythm.OFF;
        };
    }
}
