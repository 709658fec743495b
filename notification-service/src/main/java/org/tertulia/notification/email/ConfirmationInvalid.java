package org.tertulia.notification.email;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** The link confirms nothing: it is none, was used, is too old, or was sent to an address that was replaced. */
final class ConfirmationInvalid extends ProblemException {

    private static final long serialVersionUID = 1L;

    private static final ProblemType TYPE =
            new ProblemType(
                    "email-confirmation-invalid",
                    HttpStatus.NOT_FOUND,
                    "The link does not confirm an address");

    ConfirmationInvalid() {
        super(TYPE, "The link was used, is too old, or belongs to an address that was replaced.");
    }
}
