package org.tertulia.starter.pictures;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** What was chosen came a moment ago, and whether it can be shown is not known yet. */
public final class PictureProcessing extends ProblemException {

    /** {@code picture-processing}, 409. */
    public static final ProblemType TYPE =
            new ProblemType(
                    "picture-processing", HttpStatus.CONFLICT, "The picture is not ready yet");

    private static final long serialVersionUID = 1L;

    PictureProcessing(MediaId id) {
        super(TYPE, "The file " + id + " is still looked into; try again.");
        retryAfter(Duration.ofSeconds(1));
    }
}
