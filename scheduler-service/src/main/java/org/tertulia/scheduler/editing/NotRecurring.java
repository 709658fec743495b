package org.tertulia.scheduler.editing;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** Only what recurs has an occurrence to skip. */
final class NotRecurring extends ProblemException {

    static final ProblemType TYPE =
            new ProblemType("not-recurring", HttpStatus.CONFLICT, "The reminder does not recur");

    private static final long serialVersionUID = 1L;

    NotRecurring() {
        super(TYPE, "The reminder is due only once; complete or delete it.");
    }
}
