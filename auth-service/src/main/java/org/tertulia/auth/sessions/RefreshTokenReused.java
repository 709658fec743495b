package org.tertulia.auth.sessions;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** The refresh token was used up already, so two hold it: the session is revoked. */
public final class RefreshTokenReused extends ProblemException {

    /** refresh-token-reused, 401. */
    public static final ProblemType TYPE =
            new ProblemType(
                    "refresh-token-reused", HttpStatus.UNAUTHORIZED, "Refresh token reused");

    private static final long serialVersionUID = 1L;

    RefreshTokenReused() {
        super(
                TYPE,
                "The refresh token was used before, so somebody may have copied it. Its session is"
                        + " revoked. Log in again.");
    }
}
