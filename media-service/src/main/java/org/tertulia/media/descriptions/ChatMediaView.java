package org.tertulia.media.descriptions;

import org.tertulia.starter.id.ChatId;

/**
 * A file of a chat.
 *
 * @param chatId the chat
 * @param seq the message that has it
 * @param media the file
 */
record ChatMediaView(ChatId chatId, long seq, MediaView media) {}
