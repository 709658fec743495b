package org.tertulia.media.uploads;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** The upload was not gone on with in time, and what came of it is gone. */
final class UploadExpired extends ProblemException {

    private static final long serialVersionUID = 1L;

    private static final ProblemType TYPE =
            new ProblemType("upload-expired", HttpStatus.GONE, "The upload has expired");

    UploadExpired(MediaId id) {
        super(TYPE, "The upload " + id + " has expired; begin again.");
    }
}
