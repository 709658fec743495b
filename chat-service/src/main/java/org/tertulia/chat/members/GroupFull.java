package org.tertulia.chat.members;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** A group has as many members as it may have. */
final class GroupFull extends ProblemException {

    static final int MAX_MEMBERS = 500;

    static final ProblemType TYPE =
            new ProblemType("group-full", HttpStatus.CONFLICT, "The group is full");

    private static final long serialVersionUID = 1L;

    GroupFull() {
        super(TYPE, "A group has at most " + MAX_MEMBERS + " members; a public chat has no limit.");
    }
}
