package org.tertulia.media.uploads;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** The file is longer than a file may be. */
final class FileTooLarge extends ProblemException {

    private static final long serialVersionUID = 1L;

    private static final ProblemType TYPE =
            new ProblemType(
                    "file-too-large", HttpStatus.CONTENT_TOO_LARGE, "The file is too large");

    FileTooLarge(long most) {
        super(TYPE, "A file may have " + most + " bytes.");
    }
}
