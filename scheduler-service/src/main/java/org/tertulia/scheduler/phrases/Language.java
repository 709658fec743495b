package org.tertulia.scheduler.phrases;

/** A language that phrases of time are read in. */
public enum Language {
    SPANISH,
    ENGLISH
}
