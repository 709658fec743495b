package org.tertulia.message.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a word or phrase of a query looks for, as {@code search_term} of the database tells it.
 *
 * @param keys what the index is asked; null when there is no word in it
 * @param words the same, exactly; null likewise
 * @param prefixes beginnings of the words that are found
 * @param lexemes words and stems that are found
 */
record SearchTerm(
        @Nullable String keys,
        @Nullable String words,
        List<String> prefixes,
        List<String> lexemes) {

    /** Keeps its own copies. */
    SearchTerm {
        prefixes = List.copyOf(prefixes);
        lexemes = List.copyOf(lexemes);
    }
}
