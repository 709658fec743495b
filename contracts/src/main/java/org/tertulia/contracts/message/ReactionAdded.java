package org.tertulia.contracts.message;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody reacted to a message.
 *
 * @param chatId the chat
 * @param seq its place in the chat's log
 * @param message the seq of the message it is about
 * @param userId whose reaction it is
 * @param emoji one emoji
 * @param at when, UTC
 */
public record ReactionAdded(
        UUID chatId, long seq, long message, UUID userId, String emoji, Instant at)
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
