package org.tertulia.media.descriptions;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** A message has the file, with which it goes, or one that waits to be posted needs it, or it is a picture. */
final class MediaAttached extends ProblemException {

    private static final long serialVersionUID = 1L;

    private static final ProblemType TYPE =
            new ProblemType("media-attached", HttpStatus.CONFLICT, "The file is used");

    MediaAttached(MediaId id) {
        super(
                TYPE,
                "A message, posted or scheduled, has the file "
                        + id
                        + ", or it is a picture; delete the message, or choose another picture.");
    }
}
