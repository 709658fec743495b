package org.tertulia.auth.tokens;

import org.jspecify.annotations.Nullable;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

/** Where a client gets its refresh token, and sends it back. */
public enum TokenPlace {
    /** In the JSON body: for programs, which have a safe place to keep it. */
    BODY,
    /** In a cookie that no script can read: for browsers. */
    COOKIE;

    /** BODY for null. Fails with validation-failed on {@code refreshTokenIn}. */
    public static TokenPlace of(@Nullable String text) {
        return switch (text) {
            case null -> BODY;
            case "body" -> BODY;
            case "cookie" -> COOKIE;
            default ->
                    throw new ProblemException(
                                    ProblemTypes.VALIDATION_FAILED,
                                    "The place of the refresh token is not known.")
                            .field("refreshTokenIn", "must be body or cookie");
        };
    }
}
