package org.tertulia.media.uploads;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** More bytes came than the upload was said to have. */
final class TooMuchSent extends ProblemException {

    private static final long serialVersionUID = 1L;

    private static final ProblemType TYPE =
            new ProblemType(
                    "upload-too-long",
                    HttpStatus.CONTENT_TOO_LARGE,
                    "More bytes than the upload has");

    TooMuchSent(MediaId id) {
        super(TYPE, "More bytes were sent than the upload " + id + " was said to have.");
    }
}
