package org.tertulia.message.bookmarks;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** The person has as many bookmarks as they may have. */
public final class TooManyBookmarks extends ProblemException {

    /** {@code too-many-bookmarks}, 409. */
    public static final ProblemType TYPE =
            new ProblemType(
                    "too-many-bookmarks", HttpStatus.CONFLICT, "There are too many bookmarks");

    private static final long serialVersionUID = 1L;

    TooManyBookmarks(int max) {
        super(TYPE, "You have %d bookmarks; take one off first.".formatted(max));
    }
}
