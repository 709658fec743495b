package org.tertulia.starter.pictures;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** What was chosen is not there, is somebody else's, or can not be shown as a picture. */
public final class UnusablePicture extends ProblemException {

    /** {@code unusable-picture}, 422. */
    public static final ProblemType TYPE =
            new ProblemType(
                    "unusable-picture",
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "The file can not be the picture");

    private static final long serialVersionUID = 1L;

    UnusablePicture(MediaId id) {
        super(TYPE, "There is no file %s, or it is not yours, or it is no picture.".formatted(id));
    }
}
