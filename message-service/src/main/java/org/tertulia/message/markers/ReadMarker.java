package org.tertulia.message.markers;

import org.tertulia.starter.id.ChatId;

/**
 * How far a person has read in a chat.
 *
 * @param chatId the chat
 * @param readSeq up to which seq of its log
 * @param unread messages of others after that, counted up to 1000
 */
public record ReadMarker(ChatId chatId, long readSeq, int unread) {}
