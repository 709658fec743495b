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
 * @param pictureId its picture, in the media service; absent when there is none
 * @param memberIds both people of a private chat, otherwise absent
 * @param receipts whether its members see how far the others have read
 * @param lastSeq the last seq of the chat's log
 * @param readSeq how far the member has read
 * @param marker the same, with its generation
 * @param unread messages of others in the main conversation after that, without deleted ones, counted up to
 *     {@link Timeline#MAX_UNREAD}
 * @param mentions those of them that call the member, counted up to {@link Timeline#MAX_UNREAD}
 * @param threadsUnread threads that the member follows and that have something unread, counted up to {@link
 *     Timeline#MAX_THREADS_UNREAD}
 * @param lastMessage the newest of the main conversation; absent when nothing was said yet
 */
public record Conversation(
        ChatId chatId,
        String kind,
        @Nullable String title,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID pictureId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<UUID> memberIds,
        boolean receipts,
        long lastSeq,
        long readSeq,
        Marker marker,
        int unread,
        int mentions,
        int threadsUnread,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable MessageView lastMessage) {}
