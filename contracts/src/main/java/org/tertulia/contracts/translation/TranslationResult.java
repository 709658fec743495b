package org.tertulia.contracts.translation;

/** What came of translating one text of a message into one language: the part that all of these events have. */
public sealed interface TranslationResult permits MessageTranslated, MessageUntranslated {

    /** The seq of the message it is about. */
    long message();

    /** Which text of the message: 1 as it was posted, 2, 3 … after edits. */
    int version();

    /** The language it was to be in, as a BCP 47 tag. */
    String language();
}
