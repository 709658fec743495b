package org.tertulia.message.changing;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** Somebody, perhaps the caller elsewhere, has edited the message meanwhile. */
public final class VersionConflict extends ProblemException {

    /** {@code version-conflict}, 412. */
    public static final ProblemType TYPE =
            new ProblemType(
                    "version-conflict",
                    HttpStatus.PRECONDITION_FAILED,
                    "The message has another version");

    private static final long serialVersionUID = 1L;

    VersionConflict(@Nullable Integer present) {
        super(TYPE, "The present version is %d.".formatted(present));
    }
}
