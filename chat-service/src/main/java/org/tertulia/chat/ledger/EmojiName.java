package org.tertulia.chat.ledger;

import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.starter.text.OwnEmoji;

/**
 * What a chat's own emoji is called, without the colons that stand around it in a message.
 *
 * @param text a name of {@link OwnEmoji}
 */
public record EmojiName(String text) {

    /** As it was sent. Fails with validation-failed on {@code name} for anything else. */
    public static EmojiName of(String text) {
        if (!OwnEmoji.isName(text)) {
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
