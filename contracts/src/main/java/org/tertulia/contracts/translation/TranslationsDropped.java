package org.tertulia.contracts.translation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;

/**
 * The translations of a chat are none any more, such as when its glossary has changed: those that were made until then. Each may
 * be made again, and is later then than this.
 *
 * @param chatId the chat
 * @param at when, UTC; not before any of those that are dropped was made
 */
public record TranslationsDropped(UUID chatId, Instant at) implements TranslationEvent {

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
