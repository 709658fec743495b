package org.tertulia.chat.emoji;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** A chat has as many emoji of its own as it may have. */
final class TooManyEmoji extends ProblemException {

    /** All of them are sent at once, and looked through by people. */
    static final int MOST = 100;

    static final ProblemType TYPE =
            new ProblemType("too-many-emoji", HttpStatus.CONFLICT, "The chat has enough emoji");

    private static final long serialVersionUID = 1L;

    TooManyEmoji() {
        super(TYPE, "A chat has at most " + MOST + " emoji of its own; take one away first.");
    }
}
