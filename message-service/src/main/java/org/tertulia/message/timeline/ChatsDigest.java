package org.tertulia.message.timeline;

import java.util.Collection;
import org.tertulia.starter.id.ChatId;

/**
 * Tells one set of chats from another without naming them. Two different sets have the same digest by chance
 * only, once in 2^62: the halves of the ids that are mixed are random.
 *
 * @param count how many there are
 * @param mixed the lower halves of their ids, by exclusive or
 */
public record ChatsDigest(long count, long mixed) {

    /** The digest of {@code chats}, none of which is in there twice. */
    public static ChatsDigest of(Collection<ChatId> chats) {
        long mixed = 0;
        for (var chat : chats) {
            mixed ^= chat.value().getLeastSignificantBits();
        }
        return new ChatsDigest(chats.size(), mixed);
    }
}
