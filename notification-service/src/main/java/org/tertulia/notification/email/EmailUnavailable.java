package org.tertulia.notification.email;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** This installation has no mail server. */
final class EmailUnavailable extends ProblemException {

    private static final long serialVersionUID = 1L;

    private static final ProblemType TYPE =
            new ProblemType("email-unavailable", HttpStatus.CONFLICT, "No e-mail is sent here");

    EmailUnavailable() {
        super(TYPE, "This installation sends no e-mail.");
    }
}
