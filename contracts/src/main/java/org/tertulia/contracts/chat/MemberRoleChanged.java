package org.tertulia.contracts.chat;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;

/**
 * A member may do more or less than before.
 *
 * @param chatId the chat
 * @param version the chat's version after this event
 * @param userId whose role changed
 * @param role the role from now on
 * @param by who did it
 * @param at when, UTC
 */
public record MemberRoleChanged(
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
