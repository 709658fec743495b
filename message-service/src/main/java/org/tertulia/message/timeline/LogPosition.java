package org.tertulia.message.timeline;

import org.tertulia.starter.id.ChatId;

/**
 * How far somebody is in a chat's log.
 *
 * @param chatId the chat
 * @param seq the last entry they have; 0 for none
 */
public record LogPosition(ChatId chatId, long seq) {}
