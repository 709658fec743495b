package org.tertulia.contracts.translation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;

/**
 * A machine has translated a text of a message.
 *
 * @param chatId the chat
 * @param message the seq of the message it is about
 * @param version which text of the message it is of: 1, 2, 3 …
 * @param language the language of {@code text}, as a BCP 47 tag (RFC 5646)
 * @param sourceLanguage the language that the message was taken to be in, likewise
 * @param text the translation
 * @param engine what made it, such as {@code apertium}
 * @param at when, UTC
 */
public record MessageTranslated(
        UUID chatId,
        long message,
        int version,
        String language,
        String sourceLanguage,
        String text,
        String engine,
        Instant at)
        implements TranslationEvent, TranslationResult {

    @Override
    @JsonIgnore
    public UUID aggregateId() {
        return chatId;
    }

    @Override
    @JsonIgnore
    public Instant occurredAt() {
        return at;
    }
}
