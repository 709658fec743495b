package org.tertulia.message.frames;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.tertulia.contracts.translation.UntranslatedReason;
import org.tertulia.starter.id.ChatId;

/**
 * What came of translating a text of a message for the person. It counts only for the version that the message has, and not
 * once it is deleted.
 */
public sealed interface TranslationFrame extends ServerFrame {

    /** What a text of a message says in another language. */
    record Translated(
            ChatId chatId,
            long message,
            int version,
            String language,
            String sourceLanguage,
            String text,
            String engine)
            implements TranslationFrame {}

    /** A text of a message is not told in another language. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Untranslated(
            ChatId chatId,
            long message,
            int version,
            String language,
            @Nullable String sourceLanguage,
            UntranslatedReason reason)
            implements TranslationFrame {}
}
