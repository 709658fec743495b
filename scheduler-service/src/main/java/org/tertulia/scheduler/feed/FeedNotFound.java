package org.tertulia.scheduler.feed;

import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

/** The caller has no feed, or there is none of that address. */
final class FeedNotFound extends ProblemException {

    private static final long serialVersionUID = 1L;

    FeedNotFound() {
        super(ProblemTypes.NOT_FOUND, "There is no such calendar.");
    }
}
