package org.tertulia.scheduler.scheduled;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** As many messages of the person wait as may. */
final class TooManyScheduledMessages extends ProblemException {

    static final ProblemType TYPE =
            new ProblemType(
                    "too-many-scheduled-messages",
                    HttpStatus.CONFLICT,
                    "Too many of your messages wait");

    private static final long serialVersionUID = 1L;

    TooManyScheduledMessages(int max) {
        super(TYPE, "At most %d messages may wait; send or delete some.".formatted(max));
    }
}
