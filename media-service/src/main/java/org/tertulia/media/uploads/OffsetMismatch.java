package org.tertulia.media.uploads;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** The client sends from another place than where the upload is. */
final class OffsetMismatch extends ProblemException {

    private static final long serialVersionUID = 1L;

    private static final ProblemType TYPE =
            new ProblemType(
                    "upload-offset-mismatch",
                    HttpStatus.CONFLICT,
                    "The upload is not at that offset");

    OffsetMismatch(MediaId id, long offset) {
        super(
                TYPE,
                "The upload "
                        + id
                        + " is at "
                        + offset
                        + "; ask for it with HEAD and go on from there.");
    }
}
