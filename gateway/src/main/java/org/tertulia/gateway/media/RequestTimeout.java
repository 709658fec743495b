package org.tertulia.gateway.media;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** The body of a request did not come, or stopped coming. */
public final class RequestTimeout extends ProblemException {

    private static final long serialVersionUID = 1L;

    private static final ProblemType TYPE =
            new ProblemType(
                    "request-timeout",
                    HttpStatus.REQUEST_TIMEOUT,
                    "The request did not arrive in time");

    /** With what happened this time, for the client. */
    public RequestTimeout(String detail) {
        super(TYPE, detail);
    }
}
