package org.tertulia.auth.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

/**
 * A person's unique name, in the one form that is stored and compared: Unicode NFKC, lower case, and
 * then nothing but {@code a-z 0-9 . _ -}, so no two handles look the same.
 *
 * @param value the normal form
 */
public record Handle(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{1,29}");

    /** Bounds the work of normalising; compatibility forms are longer than what they stand for. */
    private static final int MAX_RAW = 120;

    /** Takes only the normal form. */
    public Handle {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a handle in normal form");
        }
    }

    /** The handle that a person typed. Fails with validation-failed on {@code handle}. */
    public static Handle of(String raw) {
        var normal = normalise(raw);
        if (!FORM.matcher(normal).matches()) {
            throw new ProblemException(ProblemTypes.VALIDATION_FAILED, "The handle is not allowed.")
                    .field(
                            "handle",
                            "must be 2 to 30 of a-z, 0-9, dot, underscore and hyphen, beginning with a"
                                    + " letter or digit");
        }
        return new Handle(normal);
    }

    /** What {@code raw} is compared as, whether or not it could be a handle. */
    static String normalise(String raw) {
        if (raw.length() > MAX_RAW) {
            return "";
        }
        return Normalizer.normalize(raw.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
