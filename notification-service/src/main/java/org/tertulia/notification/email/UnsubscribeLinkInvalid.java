package org.tertulia.notification.email;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** The link ends nobody's digests: it is none, or too old. */
final class UnsubscribeLinkInvalid extends ProblemException {

    private static final long serialVersionUID = 1L;

    private static final ProblemType TYPE =
            new ProblemType(
                    "unsubscribe-link-invalid",
                    HttpStatus.NOT_FOUND,
                    "The link does not end anybody's digests");

    UnsubscribeLinkInvalid() {
        super(TYPE, "The link is not one of ours, or too old.");
    }
}
