package org.tertulia.media.uploads;

import org.springframework.http.HttpStatusCode;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** The bytes of a request do not add up to its checksum; none of them were kept. */
final class ChecksumMismatch extends ProblemException {

    private static final long serialVersionUID = 1L;

    private static final ProblemType TYPE =
            new ProblemType(
                    "upload-checksum-mismatch",
                    HttpStatusCode.valueOf(460),
                    "The bytes do not match the checksum");

    ChecksumMismatch(MediaId id) {
        super(
                TYPE,
                "The bytes for the upload " + id + " do not match the checksum; send them again.");
    }
}
