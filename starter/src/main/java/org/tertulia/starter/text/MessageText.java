package org.tertulia.starter.text;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

/**
 * Makes texts of messages fit to be stored, whether they are posted now or later; fails with validation-failed on {@code
 * text}.
 */
public final class MessageText {

    /** The most graphemes of a text. */
    public static final int MAX_GRAPHEMES = 4_000;

    /** The most bytes of a text in UTF-8: graphemes alone have no bound. */
    public static final int MAX_BYTES = 16 * 1024;

    private MessageText() {}

    /** A text that says something. */
    public static String clean(@Nullable String raw) {
        var text = PlainText.cleanLines("text", raw, 1, MAX_GRAPHEMES);
        if (text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new ProblemException(ProblemTypes.VALIDATION_FAILED, "The text is too long.")
                    .field("text", "must have at most %d bytes in UTF-8".formatted(MAX_BYTES));
        }
        return text;
    }

    /** The same, but nothing at all will do. */
    public static String cleanOrEmpty(@Nullable String raw) {
        return raw == null || raw.isBlank() ? "" : clean(raw);
    }

    /** The problem of a message that has neither a text nor anything else. */
    public static ProblemException missing() {
        return new ProblemException(
                        ProblemTypes.VALIDATION_FAILED,
                        "A message without attachments needs a text.")
                .field("text", "must have 1 to %d characters".formatted(MAX_GRAPHEMES));
    }
}
