package org.tertulia.message.timeline;

import org.jspecify.annotations.Nullable;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.starter.web.PageCursor;

/** Where in the history a page lies. */
sealed interface MessagePosition {

    /** At its end. */
    record Newest() implements MessagePosition {}

    /** The messages before a seq. */
    record Before(long seq) implements MessagePosition {}

    /** The messages after a seq. */
    record After(long seq) implements MessagePosition {}

    /** Reads the cursors of a request; at most one of them may be there. */
    static MessagePosition of(@Nullable String before, @Nullable String after) {
        if (before != null && after != null) {
            throw new ProblemException(
                            ProblemTypes.VALIDATION_FAILED, "Either before or after, not both.")
                    .field("after", "must not be given together with before");
        }
        if (before != null) {
            return new Before(seq(before));
        }
        return after == null ? new Newest() : new After(seq(after));
    }

    /** The cursor that stands for {@code seq}. */
    static String cursor(long seq) {
        return Long.toString(seq);
    }

    private static long seq(String cursor) {
        try {
            var seq = Long.parseLong(cursor);
            if (seq >= 0) {
                return seq;
            }
        } catch (NumberFormatException notOurs) {
            throw PageCursor.malformed();
        }
        throw PageCursor.malformed();
    }
}
