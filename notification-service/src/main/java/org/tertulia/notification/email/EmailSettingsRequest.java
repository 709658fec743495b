package org.tertulia.notification.email;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tertulia.notification.language.Language;
import org.tertulia.notification.mail.DigestRhythm;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

/**
 * Body of {@code PUT /notifications/email}.
 *
 * @param address where to; null for nowhere
 * @param digest how often
 * @param at when, of a daily digest, as {@code 08:00}
 * @param zone by whose clock, an IANA name
 * @param language in which language
 */
record EmailSettingsRequest(
        @Nullable String address,
        @NotNull DigestRhythm digest,
        @NotNull @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]") String at,
        @NotNull String zone,
        @NotNull Language language) {

    /** The most that a mail server takes of one (RFC 5321, 4.5.3.1.3, without the angle brackets). */
    static final int MAX_ADDRESS = 254;

    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

    /** What was asked for; not confirmed. Fails with validation-failed. */
    EmailSettings settings() {
        if (address != null && !isOneAddress(address)) {
            throw refused("address", "must be an e-mail address, such as ana@example.org");
        }
        if (address == null && digest != DigestRhythm.OFF) {
            throw refused("digest", "must be off without an address");
        }
        if (!ZONES.contains(zone)) {
            throw refused("zone", "must be the name of an IANA time zone, such as Europe/Madrid");
        }
        return new EmailSettings(address, false, digest, LocalTime.parse(at), zone, language);
    }

    /** Nothing but the address itself, without a name, a comment or a second one. */
    private static boolean isOneAddress(String text) {
        if (text.length() > MAX_ADDRESS
                || text.indexOf('@') < 1
                || !StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
            return false;
        }
        try {
            var read = new InternetAddress(text, true);
            return text.equals(read.getAddress()) && !read.isGroup();
        } catch (AddressException e) {
            return false;
        }
    }

    private static ProblemException refused(String field, String message) {
        return new ProblemException(ProblemTypes.VALIDATION_FAILED, "A value is not allowed.")
                .field(field, message);
    }
}
