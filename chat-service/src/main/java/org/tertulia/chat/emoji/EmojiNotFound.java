package org.tertulia.chat.emoji;

import org.tertulia.chat.ledger.EmojiName;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

/** The chat has no emoji of that name. */
final class EmojiNotFound extends ProblemException {

    private static final long serialVersionUID = 1L;

    EmojiNotFound(EmojiName name) {
        super(ProblemTypes.NOT_FOUND, "This chat has no emoji called " + name + ".");
    }
}
