package org.tertulia.media.uploads;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** Somebody else is sending to the upload, perhaps the same client on a connection that it has lost. */
final class UploadLocked extends ProblemException {

    private static final long serialVersionUID = 1L;

    private static final ProblemType TYPE =
            new ProblemType(
                    "upload-locked",
                    HttpStatus.LOCKED,
                    "Another request is sending to this upload");

    UploadLocked(MediaId id) {
        super(TYPE, "The upload " + id + " is being sent to by another request.");
        retryAfter(java.time.Duration.ofSeconds(1));
    }
}
