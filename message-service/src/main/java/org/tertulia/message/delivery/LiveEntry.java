package org.tertulia.message.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;

/**
 * A log entry on its way to connections, encoded once for all of them.
 *
 * @param chatId whose log it is in
 * @param seq its place there
 * @param frame the text of its frame, UTF-8; not copied, not changed
 * @param joined who becomes a member by it
 * @param left who ceases to be one by it
 * @param closed whether the chat is gone with it
 */
record LiveEntry(
        ChatId chatId,
        long seq,
        byte[] frame,
        List<UserId> joined,
        @Nullable UserId left,
        boolean closed) {

    /** Whether somebody becomes a member by it, or ceases to be one. */
    boolean changesMembers() {
        return closed || left != null || !joined.isEmpty();
    }

    /** Whether {@code person} is no longer a member after it. */
    boolean ends(UserId person) {
        return closed || person.equals(left);
    }
}
