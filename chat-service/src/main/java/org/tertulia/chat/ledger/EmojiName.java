package org.tertulia.chat.ledger;

import java.util.regex.Pattern;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

/**
 * What a chat's own emoji is called, without the colons that stand around it in a message. So few characters that it can be
 * typed on any keyboard, and that no two of them look the same.
 *
 * @param text 2 to 32 of a–z, 0–9, {@code _} and {@code -}
 */
public record EmojiName(String text) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9_-]{2,32}");

    /** As it was sent. Fails with validation-failed on {@code name} for anything else. */
    public static EmojiName of(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new ProblemException(
                            ProblemTypes.VALIDATION_FAILED, "This can not be the name of an emoji.")
                    .field("name", "must be 2 to 32 of a-z, 0-9, _ and -");
        }
        return new EmojiName(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
