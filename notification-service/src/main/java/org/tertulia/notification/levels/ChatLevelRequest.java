package org.tertulia.notification.levels;

import jakarta.validation.constraints.NotNull;
import org.tertulia.notification.decisions.Level;

/**
 * Body of {@code PUT /notifications/chats/{chatId}}.
 *
 * @param level of what the caller wants to be told
 */
record ChatLevelRequest(@NotNull Level level) {}
