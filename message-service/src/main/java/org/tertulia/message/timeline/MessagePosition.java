package org.tertulia.message.timeline;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
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

    /** The messages on both sides of a seq, and the one there. */
    record Around(long seq) implements MessagePosition {}

    /** The messages from a moment on. */
    record At(Instant moment) implements MessagePosition {

        /** Later than any message, and what a database can still think of. */
        private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

        /** Keeps within what a database can think of. */
        public At {
            moment = moment.isBefore(Instant.EPOCH) ? Instant.EPOCH : moment;
            moment = moment.isAfter(LATEST) ? LATEST : moment;
        }
    }

    /** Reads the parameters of a request; at most one of them may be there. */
    static MessagePosition of(
            @Nullable String before,
            @Nullable String after,
            @Nullable Long around,
            @Nullable Instant at) {
        if (Stream.of(before, after, around, at).filter(Objects::nonNull).count() > 1) {
            throw new ProblemException(
                            ProblemTypes.VALIDATION_FAILED,
                            "Only one of before, after, around and at.")
                    .field(
                            before == null ? "around" : "before",
                            "must not be given with another one");
        }
        if (before != null) {
            return new Before(seq(before));
        }
        if (after != null) {
            return new After(seq(after));
        }
        if (around != null) {
            return new Around(around);
        }
        return at == null ? new Newest() : new At(at);
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
