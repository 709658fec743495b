package org.tertulia.contracts.chat;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody joined or was added.
 *
 * @param chatId the chat
 * @param version the chat's version after this event
 * @param userId the new member
 * @param role what they may do
 * @param by who did it; the member when they joined by themselves
 * @param at when, UTC
 */
public record MemberAdded(
        UUID chatId, long version, UUID userId, ChatRole role, UUID by, Instant at)
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
