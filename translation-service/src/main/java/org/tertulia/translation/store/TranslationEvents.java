package org.tertulia.translation.store;

import java.time.Instant;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.translation.MessageTranslated;
import org.tertulia.contracts.translation.TranslationsDropped;
import org.tertulia.starter.id.ChatId;

/** What others are told of a translation. */
public final class TranslationEvents {

    /** Where they are told. */
    public static final String TOPIC = Topics.TRANSLATION_EVENTS;

    private TranslationEvents() {}

    /** There are none any more in a chat of those that were made until then. */
    static TranslationsDropped dropped(ChatId chat, Instant at) {
        return new TranslationsDropped(chat.value(), at);
    }

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
