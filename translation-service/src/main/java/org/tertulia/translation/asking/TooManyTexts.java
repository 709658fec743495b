package org.tertulia.translation.asking;

import java.time.Duration;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

/** Somebody has had more texts translated than one person may within a minute. */
final class TooManyTexts extends ProblemException {

    private static final long serialVersionUID = 1L;

    TooManyTexts(Duration wait) {
        super(
                ProblemTypes.RATE_LIMITED,
                "One person may have %d texts translated in a minute."
                        .formatted(TextBudget.A_MINUTE));
        retryAfter(wait);
    }
}
