package org.tertulia.media.access;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** The file came a moment ago, and something may still have to be taken out of it. */
public final class MediaProcessing extends ProblemException {

    private static final long serialVersionUID = 1L;

    private static final ProblemType TYPE =
            new ProblemType("media-processing", HttpStatus.CONFLICT, "The file is not ready yet");

    MediaProcessing(MediaId id) {
        super(TYPE, "The file " + id + " is not ready yet; try again.");
        retryAfter(Duration.ofSeconds(1));
    }
}
