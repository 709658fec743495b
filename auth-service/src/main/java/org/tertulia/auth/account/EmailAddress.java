package org.tertulia.auth.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

/**
 * An email address, plausible but not proven to exist. Two that differ in case only are one.
 *
 * @param value as the person wrote it, Unicode NFC
 */
public record EmailAddress(String value) {

    /** RFC 5321 allows 256 for a path, of which two are the angle brackets. */
    private static final int MAX_LENGTH = 254;

    /** One at sign, no white space, a dot in the domain: what is worth knowing before a mail is sent. */
    private static final Pattern FORM =
            Pattern.compile(
                    "[^\\s@\\p{Cntrl}<>(),;:\"\\[\\]\\\\]{1,64}@[^\\s@\\p{Cntrl}<>(),;:\"\\[\\]\\\\.]+"
                            + "(\\.[^\\s@\\p{Cntrl}<>(),;:\"\\[\\]\\\\.]+)+");

    /** The address that a person typed. Fails with validation-failed on {@code email}. */
    public static EmailAddress of(String raw) {
        if (raw.length() <= MAX_LENGTH) {
            var value = Normalizer.normalize(raw.strip(), Normalizer.Form.NFC);
            if (value.length() <= MAX_LENGTH && FORM.matcher(value).matches()) {
                return new EmailAddress(value);
            }
        }
        throw new ProblemException(
                        ProblemTypes.VALIDATION_FAILED, "The email address is not valid.")
                .field("email", "must be an email address such as ana@example.org");
    }

    /** The form that is compared. */
    public String key() {
        return key(value);
    }

    /** What stands before the at sign, lower case. */
    public String localPart() {
        return key().substring(0, key().indexOf('@'));
    }

    /** What {@code raw} is compared as, whether or not it could be an address. */
    static String key(String raw) {
        return Normalizer.normalize(raw.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** Not the address: it is kept out of logs. */
    @Override
    public String toString() {
        return "EmailAddress[…]";
    }
}
