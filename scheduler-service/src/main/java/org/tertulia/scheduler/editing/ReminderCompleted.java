package org.tertulia.scheduler.editing;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** What is over can not be changed. */
final class ReminderCompleted extends ProblemException {

    static final ProblemType TYPE =
            new ProblemType("reminder-completed", HttpStatus.CONFLICT, "The reminder is completed");

    private static final long serialVersionUID = 1L;

    ReminderCompleted() {
        super(TYPE, "The reminder is completed; make another one.");
    }
}
