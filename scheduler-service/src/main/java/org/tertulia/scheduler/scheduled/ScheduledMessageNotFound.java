package org.tertulia.scheduler.scheduled;

import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

/** The caller has no such scheduled message; somebody else may. */
final class ScheduledMessageNotFound extends ProblemException {

    private static final long serialVersionUID = 1L;

    ScheduledMessageNotFound(ScheduledMessageId id) {
        super(ProblemTypes.NOT_FOUND, "You have no scheduled message " + id + ".");
    }
}
