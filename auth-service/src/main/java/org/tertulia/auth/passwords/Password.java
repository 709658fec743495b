package org.tertulia.auth.passwords;

import java.text.Normalizer;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

/**
 * A password in clear, for as long as a request takes. Its text form never shows it. It is in Unicode
 * NFKC, so that it is the same whichever keyboard it is typed on (NIST SP 800-63B, section 3.1.1.2).
 */
public final class Password {

    private static final int MIN_LENGTH = 8;
    private static final int MAX_LENGTH = 256;

    private final String value;

    private Password(String value) {
        this.value = value;
    }

    /**
     * A password somebody chooses. Fails with validation-failed on {@code field} unless it has 8 to 256
     * characters, of any kind.
     */
    public static Password chosen(String field, String raw) {
        int length = raw.codePointCount(0, raw.length());
        if (length < MIN_LENGTH || length > MAX_LENGTH) {
            throw new ProblemException(
                            ProblemTypes.VALIDATION_FAILED, "The password is not allowed.")
                    .field(field, "must have 8 to 256 characters");
        }
        return presented(raw);
    }

    /** A password somebody claims to know; of any length, since a wrong one is simply wrong. */
    public static Password presented(String raw) {
        return new Password(Normalizer.normalize(raw, Normalizer.Form.NFKC));
    }

    String value() {
        return value;
    }

    @Override
    public String toString() {
        return "Password[…]";
    }
}
