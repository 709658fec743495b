package org.tertulia.starter.web;

import org.jspecify.annotations.Nullable;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

/** How many items a page may have. */
public final class PageLimit {

    /** Items of a page when the client does not say. */
    public static final int DEFAULT = 50;

    /** The most items of a page. */
    public static final int MAX = 100;

    private PageLimit() {}

    /** The limit a client asked for; a validation problem when it is below 1 or above {@link #MAX}. */
    public static int of(@Nullable Integer requested) {
        return of(requested, DEFAULT, MAX);
    }

    /** The same for a list with limits of its own. */
    public static int of(@Nullable Integer requested, int byDefault, int max) {
        if (requested == null) {
            return byDefault;
        }
        if (requested < 1 || requested > max) {
            throw new ProblemException(ProblemTypes.VALIDATION_FAILED, "A value is not allowed.")
                    .field("limit", "must be from 1 to " + max);
        }
        return requested;
    }
}
