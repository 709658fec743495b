package org.tertulia.message.posting;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tertulia.message.timeline.MessagePlace;
import org.tertulia.starter.attachments.AttachFile;
import org.tertulia.starter.id.ChatId;

/**
 * Says something in a chat.
 *
 * @param chatId where
 * @param clientMessageId made by the sender's client, the same on every retry
 * @param text what, as it came from the client; may be absent when something is attached or
 *     forwarded
 * @param replyTo the seq of the message it answers
 * @param thread the seq of the message whose thread it is for; null for the main conversation
 * @param forward a message whose text is to be copied
 * @param attachments files of the sender that are to come with it, as they came from the client
 */
public record PostMessage(
        ChatId chatId,
        UUID clientMessageId,
        @Nullable String text,
        @Nullable Long replyTo,
        @Nullable Long thread,
        @Nullable MessagePlace forward,
        @Nullable List<AttachFile> attachments) {}
