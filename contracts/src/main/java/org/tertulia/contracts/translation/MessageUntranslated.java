package org.tertulia.contracts.translation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * There is no translation of a text of a message, and why. Not kept: asked for again, it is tried again.
 *
 * @param chatId the chat
 * @param message the seq of the message it is about
 * @param version which text of the message it is of: 1, 2, 3 …
 * @param language the language it was to be in, as a BCP 47 tag (RFC 5646)
 * @param sourceLanguage the language that the message was taken to be in, likewise; null when that is not known
 * @param reason why there is none
 * @param at when, UTC
 */
public record MessageUntranslated(
        UUID chatId,
        long message,
        int version,
        String language,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String sourceLanguage,
        UntranslatedReason reason,
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
