package org.tertulia.scheduler.once;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** The key came with another request before. */
public final class IdempotencyKeyReused extends ProblemException {

    /** {@code idempotency-key-reused}, 422. */
    public static final ProblemType TYPE =
            new ProblemType(
                    "idempotency-key-reused",
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "The idempotency key belongs to another request");

    private static final long serialVersionUID = 1L;

    IdempotencyKeyReused() {
        super(TYPE, "You sent this key with another request within the last 24 hours.");
    }
}
