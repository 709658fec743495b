package org.tertulia.auth.sessions;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** The refresh token is missing, unknown, or of a session that is over: log in again. */
public final class RefreshTokenInvalid extends ProblemException {

    /** refresh-token-invalid, 401. */
    public static final ProblemType TYPE =
            new ProblemType(
                    "refresh-token-invalid", HttpStatus.UNAUTHORIZED, "Refresh token invalid");

    private static final long serialVersionUID = 1L;

    /** For a request that brings no token, or one that never was. */
    public RefreshTokenInvalid() {
        super(TYPE, "The refresh token is not valid, or its session is over. Log in again.");
    }
}
