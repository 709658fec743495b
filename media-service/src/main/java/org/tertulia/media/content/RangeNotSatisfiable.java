package org.tertulia.media.content;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** The client asks for bytes behind the last one. */
final class RangeNotSatisfiable extends ProblemException {

    private static final long serialVersionUID = 1L;

    private static final ProblemType TYPE =
            new ProblemType(
                    "range-not-satisfiable",
                    HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE,
                    "There are no such bytes");

    RangeNotSatisfiable(long length) {
        super(TYPE, "There are " + length + " bytes.");
    }
}
