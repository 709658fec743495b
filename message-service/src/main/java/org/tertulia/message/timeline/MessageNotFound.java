package org.tertulia.message.timeline;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** The chat's log has no message at this seq. */
public final class MessageNotFound extends ProblemException {

    /** {@code message-not-found}, 404. */
    public static final ProblemType TYPE =
            new ProblemType("message-not-found", HttpStatus.NOT_FOUND, "There is no such message");

    private static final long serialVersionUID = 1L;

    /** Of the place where no message is. */
    public MessageNotFound(long seq) {
        super(TYPE, "There is no message with the seq %d in this chat.".formatted(seq));
    }
}
