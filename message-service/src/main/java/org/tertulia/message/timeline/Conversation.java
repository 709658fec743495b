package org.tertulia.message.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tertulia.starter.id.ChatId;

/**
 * A chat as one of its members sees it in a list. All of it is of one moment.
 *
 * @param chatId the chat
 * @param kind {@code public}, {@code private} or {@code group}
 * @param title null for private chats
 * @param memberIds both people of a private chat, otherwise absent
 * @param lastSeq the last seq of the chat's log
 * @param readSeq how far the member has read
 * @param unread messages of others after that, counted up to {@link Timeline#MAX_UNREAD}
 * @param lastMessage absent when nothing was said yet
 */
public record Conversation(
        ChatId chatId,
        String kind,
        @Nullable String title,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<UUID> memberIds,
        long lastSeq,
        long readSeq,
        int unread,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable MessageView lastMessage) {}
