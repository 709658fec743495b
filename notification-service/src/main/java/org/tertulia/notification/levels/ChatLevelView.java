package org.tertulia.notification.levels;

import org.tertulia.notification.decisions.Level;
import org.tertulia.starter.id.ChatId;

/**
 * Of what the caller is told in a chat.
 *
 * @param chatId the chat
 * @param level what counts, also by default
 */
record ChatLevelView(ChatId chatId, Level level) {}
