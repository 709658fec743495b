package org.tertulia.auth.passwords;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** Too many wrong passwords for this login, whether or not it exists. Says when to try again. */
public final class TooManyAttempts extends ProblemException {

    /** too-many-attempts, 429. */
    public static final ProblemType TYPE =
            new ProblemType("too-many-attempts", HttpStatus.TOO_MANY_REQUESTS, "Too many attempts");

    private static final long serialVersionUID = 1L;

    TooManyAttempts(Duration wait) {
        super(TYPE, "Too many attempts with this login. Try again later.");
        retryAfter(wait);
    }
}
