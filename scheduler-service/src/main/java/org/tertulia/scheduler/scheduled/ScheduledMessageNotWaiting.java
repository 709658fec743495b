package org.tertulia.scheduler.scheduled;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** What is on its way, or has arrived, can not be changed or held up. */
final class ScheduledMessageNotWaiting extends ProblemException {

    static final ProblemType TYPE =
            new ProblemType(
                    "scheduled-message-not-waiting",
                    HttpStatus.CONFLICT,
                    "The message does not wait any more");

    private static final long serialVersionUID = 1L;

    ScheduledMessageNotWaiting(ScheduledState state) {
        super(
                TYPE,
                "Only a message that waits can be changed; this one is %s."
                        .formatted(state.text()));
    }
}
