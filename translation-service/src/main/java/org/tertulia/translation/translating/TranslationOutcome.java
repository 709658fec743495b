package org.tertulia.translation.translating;

import org.jspecify.annotations.Nullable;
import org.tertulia.translation.language.Language;

/** What came of it. */
public sealed interface TranslationOutcome {

    /**
     * It was translated.
     *
     * @param source the language the text is in
     * @param text the translation, with everything in it that was to survive
     * @param engine what made it
     */
    record Translated(Language source, String text, String engine) implements TranslationOutcome {}

    /**
     * It was not.
     *
     * @param source the language the text is in; null when that is not known
     * @param reason why
     */
    record Untranslated(@Nullable Language source, Reason reason) implements TranslationOutcome {}

    /** Why a text has no translation; the words that go to people and programs are those of the contract. */
    enum Reason {
        /** It is in that language already. */
        SAME_LANGUAGE,
        /** It has no words. */
        NO_WORDS,
        /** Its language was not recognised with enough certainty. */
        UNSURE,
        /** No engine translates in that direction. */
        NO_ENGINE,
        /** It is too long. */
        TOO_LONG,
        /** All engines for it have failed. */
        ENGINES_FAILED
    }
}
