package org.tertulia.translation.preferences;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** Somebody has chosen for as many chats as one may. */
final class TooManyChoices extends ProblemException {

    /** A client tells all of them to each WebSocket. */
    static final int MOST = 500;

    static final ProblemType TYPE =
            new ProblemType(
                    "too-many-translated-chats",
                    HttpStatus.CONFLICT,
                    "You have chosen for enough chats");

    private static final long serialVersionUID = 1L;

    TooManyChoices() {
        super(TYPE, "You may choose for at most " + MOST + " chats; take some back first.");
    }
}
