package org.tertulia.auth.sessions;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.id.SessionId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** The person has no such session; whether somebody else has is not told. */
public final class SessionNotFound extends ProblemException {

    /** session-not-found, 404. */
    public static final ProblemType TYPE =
            new ProblemType("session-not-found", HttpStatus.NOT_FOUND, "Session not found");

    private static final long serialVersionUID = 1L;

    SessionNotFound(SessionId id) {
        super(TYPE, "You have no session %s.".formatted(id));
    }
}
