package org.tertulia.auth.passwords;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** The login or the password is wrong; which one is not told. */
public final class InvalidCredentials extends ProblemException {

    /** invalid-credentials, 401. */
    public static final ProblemType TYPE =
            new ProblemType("invalid-credentials", HttpStatus.UNAUTHORIZED, "Invalid credentials");

    private static final long serialVersionUID = 1L;

    /** Says the same whatever was wrong. */
    public InvalidCredentials() {
        super(TYPE, "The login or the password is wrong.");
    }
}
