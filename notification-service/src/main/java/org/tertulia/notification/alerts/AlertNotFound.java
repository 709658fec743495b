package org.tertulia.notification.alerts;

import org.springframework.http.HttpStatus;
import org.tertulia.notification.decisions.AlertId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** The caller has no such alert. */
final class AlertNotFound extends ProblemException {

    private static final long serialVersionUID = 1L;

    private static final ProblemType TYPE =
            new ProblemType("alert-not-found", HttpStatus.NOT_FOUND, "There is no such alert");

    AlertNotFound(AlertId id) {
        super(TYPE, "You have no alert " + id + ".");
    }
}
