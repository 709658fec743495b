package org.tertulia.notification.push.subscriptions;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** There is no such subscription of the caller's. */
final class SubscriptionNotFound extends ProblemException {

    private static final long serialVersionUID = 1L;

    private static final ProblemType TYPE =
            new ProblemType(
                    "push-subscription-not-found",
                    HttpStatus.NOT_FOUND,
                    "There is no such push subscription");

    SubscriptionNotFound(UUID id) {
        super(TYPE, "There is no push subscription " + id + " of yours.");
    }
}
