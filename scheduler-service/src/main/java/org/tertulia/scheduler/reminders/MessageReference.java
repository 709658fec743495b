package org.tertulia.scheduler.reminders;

import org.jspecify.annotations.Nullable;
import org.tertulia.starter.id.ChatId;

/**
 * What a reminder is about, as its owner named it: nobody checks that it exists, or that they may read it.
 *
 * @param chat a chat
 * @param message the seq of a message in it; null for the chat as a whole
 */
public record MessageReference(ChatId chat, @Nullable Long message) {}
