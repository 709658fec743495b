package org.tertulia.translation.glossary;

import java.util.List;

/**
 * The words of a chat.
 *
 * @param version how often they have changed
 * @param terms the words
 */
public record ChatGlossary(long version, List<Term> terms) {

    /** Keeps its own copy of the list. */
    public ChatGlossary {
        terms = List.copyOf(terms);
    }
}
