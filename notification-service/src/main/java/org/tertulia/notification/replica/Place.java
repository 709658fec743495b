package org.tertulia.notification.replica;

import org.tertulia.starter.id.ChatId;

/**
 * Where something happens.
 *
 * @param chat the chat
 * @param privateChat whether it is a chat of two
 * @param thread the seq of the message in whose thread; 0 in the main conversation
 */
public record Place(ChatId chat, boolean privateChat, long thread) {}
