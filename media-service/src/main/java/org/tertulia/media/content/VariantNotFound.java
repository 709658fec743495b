package org.tertulia.media.content;

import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

/** There is the file, but not in this form. */
final class VariantNotFound extends ProblemException {

    private static final long serialVersionUID = 1L;

    VariantNotFound(MediaId id) {
        super(ProblemTypes.NOT_FOUND, "There is no such form of the file " + id + ".");
    }
}
