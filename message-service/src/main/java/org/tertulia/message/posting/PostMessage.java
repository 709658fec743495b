package org.tertulia.message.posting;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tertulia.message.timeline.MessagePlace;
import org.tertulia.starter.id.ChatId;

/**
 * Says something in a chat.
 *
 * @param chatId where
 * @param clientMessageId made by the sender's client, the same on every retry
 * @param text what, as it came from the client; may be absent when something is forwarded
 * @param replyTo the seq of the message it answers
 * @param thread the seq of the message whose thread it is for; null for the main conversation
 * @param forward a message whose text is to be copied
 */
public record PostMessage(
        ChatId chatId,
        UUID clientMessageId,
        @Nullable String text,
        @Nullable Long replyTo,
        @Nullable Long thread,
        @Nullable MessagePlace forward) {}
