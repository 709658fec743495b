package org.tertulia.contracts.chat;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody left or was removed.
 *
 * @param chatId the chat
 * @param version the chat's version after this event
 * @param userId the member who is gone
 * @param by who did it; the member when they left by themselves
 * @param at when, UTC
 */
public record MemberRemoved(UUID chatId, long version, UUID userId, UUID by, Instant at)
        implements ChatEvent {

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
