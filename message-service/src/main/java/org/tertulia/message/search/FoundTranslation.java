package org.tertulia.message.search;

import java.util.List;

/**
 * The translation that a message was found by.
 *
 * @param language its language, as a BCP 47 tag
 * @param text the message in that language, by a machine
 * @param highlights what was found in {@code text}, in order, none overlapping another; none when it is too far down a page
 */
record FoundTranslation(String language, String text, List<Highlight> highlights) {

    /** Keeps its own copy. */
    FoundTranslation {
        highlights = List.copyOf(highlights);
    }
}
