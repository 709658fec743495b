package org.tertulia.chat.members;

import java.time.Instant;
import org.tertulia.chat.ledger.ChatMember;
import org.tertulia.chat.rules.ChatRole;
import org.tertulia.starter.id.UserId;

/**
 * A member as it is sent.
 *
 * @param userId who
 * @param role what they are in the chat
 * @param joinedAt since when, UTC
 */
record MemberView(UserId userId, ChatRole role, Instant joinedAt) {

    static MemberView of(ChatMember member) {
        return new MemberView(member.userId(), member.role(), member.joinedAt());
    }
}
