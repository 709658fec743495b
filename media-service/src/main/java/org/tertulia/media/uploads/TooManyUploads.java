package org.tertulia.media.uploads;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** The person has too many uploads that are not finished. */
final class TooManyUploads extends ProblemException {

    private static final long serialVersionUID = 1L;

    private static final ProblemType TYPE =
            new ProblemType("too-many-uploads", HttpStatus.CONFLICT, "Too many unfinished uploads");

    TooManyUploads(int most) {
        super(TYPE, "At most " + most + " uploads may be unfinished; finish or delete some.");
    }
}
