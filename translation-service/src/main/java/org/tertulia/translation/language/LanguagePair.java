package org.tertulia.translation.language;

/**
 * A direction of translation.
 *
 * @param from the language of what there is
 * @param to the language of what is to be
 */
public record LanguagePair(Language from, Language to) {

    /** The direction between two codes. */
    public static LanguagePair of(String from, String to) {
        return new LanguagePair(new Language(from), new Language(to));
    }

    @Override
    public String toString() {
        return from + "→" + to;
    }
}
