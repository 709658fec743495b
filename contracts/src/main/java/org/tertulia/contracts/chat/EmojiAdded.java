package org.tertulia.contracts.chat;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;

/**
 * The chat has an emoji of its own; one of the same name is replaced.
 *
 * @param chatId the chat
 * @param version the chat's version after this event
 * @param name 2 to 32 of a–z, 0–9, {@code _} and {@code -}, without the colons that stand around it in a message
 * @param mediaId its picture, a file of who did it
 * @param by who did it
 * @param at when, UTC
 */
public record EmojiAdded(UUID chatId, long version, String name, UUID mediaId, UUID by, Instant at)
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
