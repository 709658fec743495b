package org.tertulia.message.changing;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** An edit does not say which version it is to replace. */
public final class VersionRequired extends ProblemException {

    /** {@code precondition-required}, 428. */
    public static final ProblemType TYPE =
            new ProblemType(
                    "precondition-required",
                    HttpStatus.PRECONDITION_REQUIRED,
                    "The version to be changed must be named");

    private static final long serialVersionUID = 1L;

    VersionRequired() {
        super(TYPE, "Send the version to be replaced as If-Match, such as If-Match: \"1\".");
    }
}
