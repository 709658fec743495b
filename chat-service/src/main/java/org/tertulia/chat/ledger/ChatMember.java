package org.tertulia.chat.ledger;

import java.time.Instant;
import org.tertulia.chat.rules.ChatRole;
import org.tertulia.starter.id.UserId;

/**
 * Somebody who belongs to a chat.
 *
 * @param userId who
 * @param role what they are there
 * @param joinedAt since when, UTC
 */
public record ChatMember(UserId userId, ChatRole role, Instant joinedAt) {

    /** The same person with another role. */
    public ChatMember as(ChatRole newRole) {
        return new ChatMember(userId, newRole, joinedAt);
    }
}
