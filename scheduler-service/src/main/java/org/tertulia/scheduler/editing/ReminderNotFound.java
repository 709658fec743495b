package org.tertulia.scheduler.editing;

import org.tertulia.scheduler.reminders.ReminderId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

/** The caller has no such reminder; somebody else may. */
final class ReminderNotFound extends ProblemException {

    private static final long serialVersionUID = 1L;

    ReminderNotFound(ReminderId id) {
        super(ProblemTypes.NOT_FOUND, "You have no reminder " + id + ".");
    }
}
