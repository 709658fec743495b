package org.tertulia.media.files;

import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

/** There is no such file, or none the caller may know of. */
public final class MediaNotFound extends ProblemException {

    private static final long serialVersionUID = 1L;

    /** There is no {@code id}. */
    public MediaNotFound(MediaId id) {
        super(ProblemTypes.NOT_FOUND, "There is no file " + id + ".");
    }
}
