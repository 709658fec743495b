package org.tertulia.scheduler.once;

import org.jspecify.annotations.Nullable;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

/**
 * What a client calls one wish of its own, so that it may say it again.
 *
 * @param value 1 to 255 visible ASCII characters, taken as they are
 */
public record IdempotencyKey(String value) {

    /** The header that it comes in. */
    public static final String HEADER = "Idempotency-Key";

    private static final int MAX_LENGTH = 255;

    /** Reads the header; null when it was not sent. */
    public static @Nullable IdempotencyKey of(@Nullable String header) {
        return header == null ? null : new IdempotencyKey(header);
    }

    /** Fails with validation-failed for what can not be one. */
    public IdempotencyKey {
        if (value.isEmpty()
                || value.length() > MAX_LENGTH
                || !value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new ProblemException(
                            ProblemTypes.VALIDATION_FAILED, "The idempotency key can not be used.")
                    .field(HEADER, "must be 1 to " + MAX_LENGTH + " visible ASCII characters");
        }
    }
}
