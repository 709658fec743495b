package org.tertulia.message.delivery;

import java.util.Set;
import org.tertulia.starter.id.ChatId;

/**
 * The chats that a person is a member of in the database.
 *
 * @param chats the newest of them
 * @param all whether there are no others
 */
record MemberOf(Set<ChatId> chats, boolean all) {

    /** What was read when no more than {@code limit} were asked for. */
    static MemberOf of(Set<ChatId> chats, int limit) {
        return new MemberOf(chats, chats.size() < limit);
    }
}
