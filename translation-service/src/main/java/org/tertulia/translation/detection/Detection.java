package org.tertulia.translation.detection;

import org.tertulia.translation.language.Language;

/** What is thought of the language of a text. */
public sealed interface Detection {

    /**
     * It is in this language.
     *
     * @param language the language
     * @param score from 0 to 1: how much of the text speaks for it
     * @param margin how much less speaks for the next one
     */
    record Recognised(Language language, double score, double margin) implements Detection {}

    /** It may be in any of several, or in none that is known. */
    record Unsure() implements Detection {}
}
