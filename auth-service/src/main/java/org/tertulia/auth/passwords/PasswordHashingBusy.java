package org.tertulia.auth.passwords;

import java.time.Duration;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

/** More passwords wait to be hashed than the service takes on: rate-limited, 429, with a short wait. */
public final class PasswordHashingBusy extends ProblemException {

    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final long serialVersionUID = 1L;

    PasswordHashingBusy() {
        super(
                ProblemTypes.RATE_LIMITED,
                "Too many people log in at this moment. Try again shortly.");
        retryAfter(WAIT);
    }
}
