package org.tertulia.load.faults.check;

import java.util.UUID;
import org.tertulia.load.client.ChatSummary;

/**
 * What a person was told of a chat at one moment: all of it is of the same moment, so the count can be
 * held against the log at any later time.
 *
 * @param userId who was told
 * @param chatId the chat
 * @param lastSeq how far the log was
 * @param readSeq how far the person had read
 * @param unread how many messages of others come after that
 */
public record Counted(UUID userId, UUID chatId, long lastSeq, long readSeq, long unread) {

    public static Counted of(UUID userId, ChatSummary chat) {
        return new Counted(userId, chat.chatId(), chat.lastSeq(), chat.readSeq(), chat.unread());
    }
}
