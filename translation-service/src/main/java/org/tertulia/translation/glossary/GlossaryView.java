package org.tertulia.translation.glossary;

import java.util.List;

/**
 * The words of a chat.
 *
 * @param terms by the word, those for all languages first
 */
record GlossaryView(List<TermView> terms) {

    GlossaryView {
        terms = List.copyOf(terms);
    }
}
