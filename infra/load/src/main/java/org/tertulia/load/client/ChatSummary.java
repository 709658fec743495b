package org.tertulia.load.client;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tertulia.contracts.chat.ChatKind;

/**
 * A chat as message-service sums it up for one person.
 *
 * @param chatId the chat
 * @param kind its kind
 * @param title null for private chats
 * @param memberIds both people of a private chat; null otherwise
 * @param lastSeq the newest seq of its log at that moment
 * @param readSeq up to where the person has read
 * @param unread how many messages of others come after that
 * @param lastMessage the newest message; null when there is none
 */
public record ChatSummary(
        UUID chatId,
        ChatKind kind,
        @Nullable String title,
        @Nullable List<UUID> memberIds,
        long lastSeq,
        long readSeq,
        long unread,
        @Nullable MessageView lastMessage) {}
