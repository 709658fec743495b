package org.tertulia.contracts.message;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;

/**
 * The chat does not have an emoji any more.
 *
 * @param chatId the chat
 * @param seq its place in the chat's log
 * @param name 2 to 32 of a–z, 0–9, {@code _} and {@code -}, without the colons that stand around it in a message
 * @param by who did it
 * @param at when, UTC
 */
public record EmojiDropped(UUID chatId, long seq, String name, UUID by, Instant at)
        implements LogEntry {

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
