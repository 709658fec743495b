package org.tertulia.message.changing;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** Another pin is one too many. */
public final class TooManyPins extends ProblemException {

    /** {@code too-many-pins}, 409. */
    public static final ProblemType TYPE =
            new ProblemType(
                    "too-many-pins",
                    HttpStatus.CONFLICT,
                    "The chat has as many pinned messages as it may have");

    private static final long serialVersionUID = 1L;

    TooManyPins() {
        super(TYPE, "A chat has at most %d pinned messages.".formatted(ChangeRepository.MAX_PINS));
    }
}
