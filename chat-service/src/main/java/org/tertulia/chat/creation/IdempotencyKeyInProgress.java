package org.tertulia.chat.creation;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** The first request with the key is not answered yet. */
final class IdempotencyKeyInProgress extends ProblemException {

    static final ProblemType TYPE =
            new ProblemType(
                    "idempotency-key-in-progress",
                    HttpStatus.CONFLICT,
                    "The first request with this idempotency key is still under way");

    private static final long serialVersionUID = 1L;
    private static final Duration SOON = Duration.ofSeconds(1);

    IdempotencyKeyInProgress() {
        super(TYPE, "Send it again in a moment; the answer will be the one of the first request.");
        retryAfter(SOON);
    }
}
