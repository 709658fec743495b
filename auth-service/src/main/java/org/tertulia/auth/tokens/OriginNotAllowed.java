package org.tertulia.auth.tokens;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** A page of this origin, or one that hides its origin, may not use the refresh cookie. */
public final class OriginNotAllowed extends ProblemException {

    /** origin-not-allowed, 403. */
    public static final ProblemType TYPE =
            new ProblemType("origin-not-allowed", HttpStatus.FORBIDDEN, "Origin not allowed");

    private static final long serialVersionUID = 1L;

    OriginNotAllowed() {
        super(TYPE, "The refresh cookie may be used by pages of the allowed origins only.");
    }
}
