package org.tertulia.auth.account;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** There is an account with this email address. */
public final class EmailTaken extends ProblemException {

    /** email-taken, 409. */
    public static final ProblemType TYPE =
            new ProblemType("email-taken", HttpStatus.CONFLICT, "Email taken");

    private static final long serialVersionUID = 1L;

    EmailTaken() {
        super(TYPE, "There is an account with this email address already.");
        field("email", "has an account already");
    }
}
