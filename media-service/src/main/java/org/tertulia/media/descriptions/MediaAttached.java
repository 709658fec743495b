package org.tertulia.media.descriptions;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** A message has the file: it goes when the message is deleted. */
final class MediaAttached extends ProblemException {

    private static final long serialVersionUID = 1L;

    private static final ProblemType TYPE =
            new ProblemType("media-attached", HttpStatus.CONFLICT, "A message has the file");

    MediaAttached(MediaId id) {
        super(TYPE, "A message has the file " + id + "; delete the message.");
    }
}
