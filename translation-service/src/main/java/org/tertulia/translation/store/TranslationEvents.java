package org.tertulia.translation.store;

import org.tertulia.contracts.Topics;
import org.tertulia.contracts.translation.MessageTranslated;

/** What others are told of a translation. */
public final class TranslationEvents {

    /** Where they are told. */
    public static final String TOPIC = Topics.TRANSLATION_EVENTS;

    private TranslationEvents() {}

    /** There is one since then; the same each time it is told. */
    public static MessageTranslated translated(KeptTranslation translation) {
        return new MessageTranslated(
                translation.chat().value(),
                translation.message(),
                translation.version(),
                translation.language().code(),
                translation.source().code(),
                translation.text(),
                translation.engine(),
                translation.at());
    }
}
