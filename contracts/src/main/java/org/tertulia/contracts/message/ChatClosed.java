package org.tertulia.contracts.message;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;

/**
 * The chat is gone; the last entry of its log.
 *
 * @param chatId the chat
 * @param seq its place in the chat's log
 * @param by who did it
 * @param at when, UTC
 */
public record ChatClosed(UUID chatId, long seq, UUID by, Instant at) implements LogEntry {

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
