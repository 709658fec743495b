package org.tertulia.contracts.message;

import java.util.List;
import java.util.UUID;

/**
 * Whom a text calls.
 *
 * @param people the members it names, and those it called while they were online, without a repeat
 * @param everyone whether it calls all members
 */
public record Mentioned(List<UUID> people, boolean everyone) {

    /** Keeps its own copy of the list. */
    public Mentioned {
        people = List.copyOf(people);
    }
}
