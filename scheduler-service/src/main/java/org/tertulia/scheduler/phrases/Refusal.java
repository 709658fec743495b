package org.tertulia.scheduler.phrases;

/** Why a sentence is not read as a time. */
public enum Refusal {
    /** There is no time in it, or a word beside the time that is not understood and may change it. */
    UNKNOWN,

    /** It can be read in two ways that differ, or contradicts itself. */
    AMBIGUOUS,

    /** The time that it says has passed. */
    PAST,

    /** It says when, and not what. */
    NOTHING_TO_REMIND_OF,

    /** It has more than {@value TimePhrases#MAX_LENGTH} characters. */
    TOO_LONG,

    /** It is more than {@value TimePhrases#MAX_YEARS} years away. */
    TOO_FAR,

    /** It would be due more often than once an hour. */
    TOO_OFTEN
}
