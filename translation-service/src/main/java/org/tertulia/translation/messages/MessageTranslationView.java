package org.tertulia.translation.messages;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.tertulia.translation.language.Language;
import org.tertulia.translation.store.KeptTranslation;
import org.tertulia.translation.translating.ReasonText;

/**
 * A message in another language, or why not. What is null is left out.
 *
 * @param message the seq of the message
 * @param version which of its texts: 1, 2, 3 …
 * @param language the language it was asked for in
 * @param sourceLanguage the language it is in; null when that is not known
 * @param text the translation; null when there is none
 * @param engine what made it
 * @param reason why there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MessageTranslationView(
        long message,
        int version,
        String language,
        @Nullable String sourceLanguage,
        @Nullable String text,
        @Nullable String engine,
        @Nullable String reason) {

    static MessageTranslationView of(KeptTranslation kept) {
        return new MessageTranslationView(
                kept.message(),
                kept.version(),
                kept.language().code(),
                kept.source().code(),
                kept.text(),
                kept.engine(),
                null);
    }

    static MessageTranslationView of(SaidText said, Language target, MessageOutcome outcome) {
        return switch (outcome) {
            case MessageOutcome.Made(var translation) -> of(translation);
            case MessageOutcome.Found(var translation) -> of(translation);
            case MessageOutcome.Without(var source, var reason) ->
                    new MessageTranslationView(
                            said.message(),
                            said.version(),
                            target.code(),
                            source == null ? null : source.code(),
                            null,
                            null,
                            ReasonText.of(reason));
        };
    }
}
