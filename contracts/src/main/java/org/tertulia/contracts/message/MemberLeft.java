package org.tertulia.contracts.message;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody left or was removed.
 *
 * @param chatId the chat
 * @param seq its place in the chat's log
 * @param userId the member who is gone
 * @param by who did it
 * @param at when, UTC
 */
public record MemberLeft(UUID chatId, long seq, UUID userId, UUID by, Instant at)
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
