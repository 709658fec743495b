package org.tertulia.media.uploads;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** The files of the person would be more than they may have. */
final class QuotaExceeded extends ProblemException {

    private static final long serialVersionUID = 1L;

    private static final ProblemType TYPE =
            new ProblemType(
                    "quota-exceeded",
                    HttpStatus.CONTENT_TOO_LARGE,
                    "Your files would take more room than you have");

    QuotaExceeded(long quota, long used) {
        super(TYPE, "Your files may have " + quota + " bytes together, and have " + used + ".");
    }
}
