package org.tertulia.scheduler.editing;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** The person has as many active reminders as one may have. */
final class TooManyReminders extends ProblemException {

    static final ProblemType TYPE =
            new ProblemType(
                    "too-many-reminders",
                    HttpStatus.CONFLICT,
                    "You have too many active reminders");

    private static final long serialVersionUID = 1L;

    private TooManyReminders(String detail) {
        super(TYPE, detail);
    }

    static TooManyReminders ofAll(int max) {
        return new TooManyReminders(
                "At most %d reminders may be active; complete or delete some.".formatted(max));
    }

    static TooManyReminders forOthers(int max) {
        return new TooManyReminders(
                "At most %d active reminders may be for others; complete or delete some."
                        .formatted(max));
    }
}
