package org.tertulia.media.uploads;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** The client speaks another version of tus, or none. */
final class WrongTusVersion extends ProblemException {

    private static final long serialVersionUID = 1L;

    private static final ProblemType TYPE =
            new ProblemType(
                    "tus-version", HttpStatus.PRECONDITION_FAILED, "Only tus 1.0.0 is spoken here");

    WrongTusVersion() {
        super(TYPE, "Send Tus-Resumable: 1.0.0.");
    }
}
