package org.tertulia.chat.members;

import org.jspecify.annotations.Nullable;
import org.tertulia.chat.ledger.ChatMember;
import org.tertulia.chat.rules.ChatAction;
import org.tertulia.chat.rules.ChatRole;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;

/**
 * Somebody shall be a member.
 *
 * @param chatId of which chat
 * @param userId who
 * @param role as what; null leaves it to the chat
 */
record PutMember(ChatId chatId, UserId userId, @Nullable ChatRole role) {

    /** What {@code by} must be allowed to do for it, if the person is such a member now, or none. */
    ChatAction action(UserId by, @Nullable ChatMember now) {
        if (now == null ? roleOfNewMember() != ChatRole.MEMBER : changes(now)) {
            return ChatAction.SET_ROLE;
        }
        return by.equals(userId) ? ChatAction.JOIN : ChatAction.ADD_MEMBER;
    }

    /** Whether it gives a member another role. */
    boolean changes(ChatMember now) {
        return role != null && role != now.role();
    }

    /** What somebody who is not a member becomes. */
    ChatRole roleOfNewMember() {
        return role == null ? ChatRole.MEMBER : role;
    }
}
