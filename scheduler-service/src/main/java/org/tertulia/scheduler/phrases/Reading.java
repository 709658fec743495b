package org.tertulia.scheduler.phrases;

import org.tertulia.scheduler.recurrence.Occurrence;
import org.tertulia.scheduler.recurrence.Recurrence;

/** What a sentence was understood as. */
public sealed interface Reading {

    /**
     * Due once.
     *
     * @param occurrence when, later than now
     * @param text the rest of the sentence, as it was written; empty where only a time was asked for
     */
    record Once(Occurrence occurrence, String text) implements Reading {}

    /**
     * Due again and again.
     *
     * @param recurrence when; its start is its first occurrence
     * @param text the rest of the sentence, as it was written; empty where only a time was asked for
     */
    record Repeating(Recurrence recurrence, String text) implements Reading {}

    /**
     * Not understood well enough to act on.
     *
     * @param reason why
     * @param about the words that it is about, as they were written; may be empty
     */
    record Refused(Refusal reason, String about) implements Reading {}
}
