package org.tertulia.translation.messages;

import java.time.Duration;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

/** As much is being translated as may be at a time. */
public final class TooMuchUnderWay extends ProblemException {

    private static final long serialVersionUID = 1L;

    TooMuchUnderWay() {
        super(ProblemTypes.SERVICE_UNAVAILABLE, "Too much is being translated for the moment.");
        retryAfter(Duration.ofSeconds(2));
    }
}
