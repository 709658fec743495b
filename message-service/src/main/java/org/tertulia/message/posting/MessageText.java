package org.tertulia.message.posting;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.starter.text.PlainText;

/** Makes texts of messages fit to be stored; fails with validation-failed on {@code text}. */
public final class MessageText {

    /** The most graphemes of a text. */
    public static final int MAX_GRAPHEMES = 4_000;

    /** The most bytes of a text in UTF-8: graphemes alone have no bound. */
    public static final int MAX_BYTES = 16 * 1024;

    private MessageText() {}

    /** A text that says something. */
    public static String clean(@Nullable String raw) {
        return clean(raw, 1);
    }

    /** The same, but nothing at all will do. */
    static String cleanOrEmpty(@Nullable String raw) {
        return clean(raw, 0);
    }

    private static String clean(@Nullable String raw, int minGraphemes) {
        var text = PlainText.cleanLines("text", raw, minGraphemes, MAX_GRAPHEMES);
        if (text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new ProblemException(ProblemTypes.VALIDATION_FAILED, "The text is too long.")
                    .field("text", "must have at most %d bytes in UTF-8".formatted(MAX_BYTES));
        }
        return text;
    }
}
