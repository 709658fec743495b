package org.tertulia.chat.members;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** The only owner wants to be less than that. */
final class LastOwner extends ProblemException {

    static final ProblemType TYPE =
            new ProblemType("last-owner", HttpStatus.CONFLICT, "A chat keeps an owner");

    private static final long serialVersionUID = 1L;

    LastOwner() {
        super(
                TYPE,
                "Make somebody else an owner first, or leave: then the next in line becomes it.");
    }
}
