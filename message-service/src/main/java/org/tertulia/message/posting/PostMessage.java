package org.tertulia.message.posting;

import java.util.UUID;
import org.tertulia.starter.id.ChatId;

/**
 * Says something in a chat.
 *
 * @param chatId where
 * @param clientMessageId made by the sender's client, the same on every retry
 * @param text what, as it came from the client
 */
public record PostMessage(ChatId chatId, UUID clientMessageId, String text) {}
