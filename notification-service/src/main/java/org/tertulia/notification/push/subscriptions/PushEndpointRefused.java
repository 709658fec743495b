package org.tertulia.notification.push.subscriptions;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** Nothing is sent there: it is no https address of the public internet. */
public final class PushEndpointRefused extends ProblemException {

    private static final long serialVersionUID = 1L;

    private static final ProblemType TYPE =
            new ProblemType(
                    "push-endpoint-refused",
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "Push messages can not be sent to this endpoint");

    PushEndpointRefused(String detail) {
        super(TYPE, detail);
    }
}
