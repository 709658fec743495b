package org.tertulia.message.changing;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** What was said is gone for good, and nothing can be done to it any more. */
public final class MessageDeleted extends ProblemException {

    /** {@code message-deleted}, 410. */
    public static final ProblemType TYPE =
            new ProblemType("message-deleted", HttpStatus.GONE, "The message was deleted");

    private static final long serialVersionUID = 1L;

    MessageDeleted(long seq) {
        super(TYPE, "The message with the seq %d was deleted.".formatted(seq));
    }
}
