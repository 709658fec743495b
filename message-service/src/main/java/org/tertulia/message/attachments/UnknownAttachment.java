package org.tertulia.message.attachments;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** A file that is to be attached is not there, is somebody else's, or was refused. */
public final class UnknownAttachment extends ProblemException {

    /** {@code unknown-attachment}, 422. */
    public static final ProblemType TYPE =
            new ProblemType(
                    "unknown-attachment",
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "The file can not be attached");

    private static final long serialVersionUID = 1L;

    /** Names the file. */
    public UnknownAttachment(UUID mediaId) {
        super(
                TYPE,
                "There is no file %s, or it is not yours, or it was refused.".formatted(mediaId));
    }
}
