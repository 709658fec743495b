package org.tertulia.message.timeline;

import org.tertulia.starter.id.ChatId;

/**
 * Where a message is.
 *
 * @param chatId the chat it was said in
 * @param seq its place in that chat's log
 */
public record MessagePlace(ChatId chatId, long seq) {}
