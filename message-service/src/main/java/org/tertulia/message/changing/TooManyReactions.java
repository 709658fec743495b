package org.tertulia.message.changing;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** Another emoji is one too many. */
public final class TooManyReactions extends ProblemException {

    /** {@code too-many-reactions}, 409. */
    public static final ProblemType TYPE =
            new ProblemType(
                    "too-many-reactions",
                    HttpStatus.CONFLICT,
                    "The message has as many different reactions as it may have");

    private static final long serialVersionUID = 1L;

    TooManyReactions() {
        super(
                TYPE,
                "A message has at most %d different reactions."
                        .formatted(ChangeRepository.MAX_REACTIONS));
    }
}
