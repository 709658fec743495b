package org.tertulia.user.profile;

import org.tertulia.starter.id.UserId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

/** There is no such person. */
final class UserNotFound extends ProblemException {

    private static final long serialVersionUID = 1L;

    UserNotFound(UserId person) {
        super(ProblemTypes.NOT_FOUND, "There is no person " + person + ".");
    }
}
