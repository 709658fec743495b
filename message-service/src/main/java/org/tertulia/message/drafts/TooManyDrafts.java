package org.tertulia.message.drafts;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** The person has as many drafts as they may have. */
public final class TooManyDrafts extends ProblemException {

    /** {@code too-many-drafts}, 409. */
    public static final ProblemType TYPE =
            new ProblemType("too-many-drafts", HttpStatus.CONFLICT, "There are too many drafts");

    private static final long serialVersionUID = 1L;

    TooManyDrafts(int max) {
        super(TYPE, "You have %d drafts; send or delete one of them first.".formatted(max));
    }
}
