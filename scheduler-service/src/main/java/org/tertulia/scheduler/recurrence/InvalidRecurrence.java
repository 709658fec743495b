package org.tertulia.scheduler.recurrence;

/** A text that is no rule by which reminders may repeat, and why. */
public final class InvalidRecurrence extends IllegalArgumentException {

    /** What is wrong with a rule. */
    public enum Reason {
        /** It is not an RRULE of RFC 5545, or has parts that contradict each other. */
        MALFORMED,

        /** It has more than {@value Recurrence#MAX_LENGTH} characters. */
        TOO_LONG,

        /** It comes more often than once an hour. */
        TOO_OFTEN,

        /** INTERVAL is not between 1 and {@value Recurrence#MAX_INTERVAL}. */
        INTERVAL,

        /** COUNT is not between 1 and {@value Recurrence#MAX_COUNT}. */
        COUNT,

        /** It starts before 1970 or after 2999. */
        START,

        /** There is no time at which it is due: the 30th of February, or an end before the start. */
        NEVER
    }

    private final Reason reason;

    InvalidRecurrence(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** What is wrong. */
    public Reason reason() {
        return reason;
    }
}
