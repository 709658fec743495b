package org.tertulia.contracts.message;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.tertulia.contracts.chat.ChatRole;

/**
 * Somebody joined or was added.
 *
 * @param chatId the chat
 * @param seq its place in the chat's log
 * @param userId the new member
 * @param role what they may do
 * @param by who did it
 * @param at when, UTC
 */
public record MemberJoined(UUID chatId, long seq, UUID userId, ChatRole role, UUID by, Instant at)
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
