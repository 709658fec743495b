package org.tertulia.media.access;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** The file would harm who opens it, or tell more than its sender meant to; nobody gets it. */
public final class MediaRefused extends ProblemException {

    private static final long serialVersionUID = 1L;

    private static final ProblemType TYPE =
            new ProblemType("media-refused", HttpStatus.GONE, "The file was not accepted");

    MediaRefused(MediaId id) {
        super(TYPE, "The file " + id + " was not accepted: it can not be handed on safely.");
    }
}
