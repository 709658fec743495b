package org.tertulia.contracts.message;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.tertulia.contracts.chat.ChatRole;

/**
 * A member may do more or less than before.
 *
 * @param chatId the chat
 * @param seq its place in the chat's log
 * @param userId whose role changed
 * @param role the role from now on
 * @param by who did it
 * @param at when, UTC
 */
public record MemberRoleSet(UUID chatId, long seq, UUID userId, ChatRole role, UUID by, Instant at)
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
