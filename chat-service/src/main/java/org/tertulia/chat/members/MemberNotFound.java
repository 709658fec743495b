package org.tertulia.chat.members;

import org.tertulia.starter.id.UserId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

/** The person is not a member of the chat. */
final class MemberNotFound extends ProblemException {

    private static final long serialVersionUID = 1L;

    MemberNotFound(UserId person) {
        super(ProblemTypes.NOT_FOUND, "The person " + person + " is not a member of this chat.");
    }
}
