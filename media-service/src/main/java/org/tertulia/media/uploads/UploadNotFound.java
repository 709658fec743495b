package org.tertulia.media.uploads;

import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

/** There is no such upload, or it is somebody else's. */
final class UploadNotFound extends ProblemException {

    private static final long serialVersionUID = 1L;

    UploadNotFound(MediaId id) {
        super(ProblemTypes.NOT_FOUND, "There is no upload " + id + ".");
    }
}
