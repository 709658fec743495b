package org.tertulia.auth.account;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** Somebody has this handle, or nobody may have it. */
public final class HandleTaken extends ProblemException {

    /** handle-taken, 409. */
    public static final ProblemType TYPE =
            new ProblemType("handle-taken", HttpStatus.CONFLICT, "Handle taken");

    private static final long serialVersionUID = 1L;

    HandleTaken(Handle handle) {
        super(TYPE, "The handle %s is not free.".formatted(handle));
        field("handle", "is not free");
    }
}
