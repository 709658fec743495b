package org.tertulia.message.changing;

import org.jspecify.annotations.Nullable;
import org.tertulia.starter.id.ChatId;

/**
 * Answer to an edit.
 *
 * @param chatId the chat
 * @param message the seq of the message
 * @param version the version it led to
 * @param seq the log entry it became; null when the message had the text already
 */
record EditedMessageView(ChatId chatId, long message, int version, @Nullable Long seq) {}
