package org.tertulia.message.changing;

import org.jspecify.annotations.Nullable;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.starter.text.Emoji;
import org.tertulia.starter.text.OwnEmoji;

/**
 * What somebody reacts with, fit to be stored and compared: one emoji in its fully qualified spelling, or the name of one
 * of the chat's own between colons. Whether the chat has it is known under the chat's lock only.
 */
public final class ReactionEmoji {

    private ReactionEmoji() {}

    /** The emoji as it is stored. Fails with validation-failed on {@code emoji} for anything else. */
    public static String clean(@Nullable String raw) {
        if (raw != null && OwnEmoji.isReference(raw)) {
            return raw;
        }
        try {
            return Emoji.clean("emoji", raw);
        } catch (ProblemException notOneEmoji) {
            throw refused();
        }
    }

    /** The problem of what the chat's members can not react with. */
    static ProblemException refused() {
        return new ProblemException(
                        ProblemTypes.VALIDATION_FAILED,
                        "The field emoji must be one emoji, or one of the chat's own.")
                .field("emoji", "must be one emoji, or one of the chat's own");
    }
}
