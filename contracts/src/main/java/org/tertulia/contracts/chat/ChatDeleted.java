package org.tertulia.contracts.chat;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;

/**
 * The chat is gone, for all its members; its last event.
 *
 * @param chatId the chat
 * @param version the chat's version after this event
 * @param by who did it
 * @param at when, UTC
 */
public record ChatDeleted(UUID chatId, long version, UUID by, Instant at) implements ChatEvent {

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
