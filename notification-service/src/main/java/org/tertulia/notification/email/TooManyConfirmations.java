package org.tertulia.notification.email;

import org.springframework.http.HttpStatus;
import org.tertulia.notification.mail.MailQueue;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** So many links were asked for that another one would be a nuisance to whose address it is. */
final class TooManyConfirmations extends ProblemException {

    private static final long serialVersionUID = 1L;

    private static final ProblemType TYPE =
            new ProblemType(
                    "too-many-confirmations",
                    HttpStatus.TOO_MANY_REQUESTS,
                    "Too many links were asked for");

    TooManyConfirmations() {
        super(TYPE, "Try again later, or look for the mail that was sent.");
        retryAfter(MailQueue.patience());
    }
}
