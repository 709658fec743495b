package org.tertulia.notification.inbox;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.id.NotificationId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** The caller has no such notification, or none any more. */
final class NotificationNotFound extends ProblemException {

    private static final long serialVersionUID = 1L;

    private static final ProblemType TYPE =
            new ProblemType(
                    "notification-not-found",
                    HttpStatus.NOT_FOUND,
                    "There is no such notification");

    NotificationNotFound(NotificationId id) {
        super(TYPE, "You have no notification " + id + ".");
    }
}
