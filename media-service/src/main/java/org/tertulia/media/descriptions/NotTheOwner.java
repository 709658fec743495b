package org.tertulia.media.descriptions;

import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

/** The caller may read the file, but it is somebody else's. */
final class NotTheOwner extends ProblemException {

    private static final long serialVersionUID = 1L;

    NotTheOwner(MediaId id) {
        super(ProblemTypes.FORBIDDEN, "The file " + id + " is somebody else's.");
    }
}
