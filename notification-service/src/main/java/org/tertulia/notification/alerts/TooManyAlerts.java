package org.tertulia.notification.alerts;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** The person has as many alerts as one may have. */
final class TooManyAlerts extends ProblemException {

    private static final long serialVersionUID = 1L;

    private static final ProblemType TYPE =
            new ProblemType("too-many-alerts", HttpStatus.CONFLICT, "You have too many alerts");

    TooManyAlerts(int max) {
        super(TYPE, "At most %d alerts may wait; delete some.".formatted(max));
    }
}
