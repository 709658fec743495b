package org.tertulia.message.posting;

import java.time.Instant;
import java.util.UUID;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.MessageId;
import org.tertulia.starter.id.UserId;

/**
 * A message as clients see it.
 *
 * @param id the message
 * @param chatId the chat it was said in
 * @param seq its place in the chat's log
 * @param senderId who said it
 * @param clientMessageId the id the sender's client made
 * @param text what was said
 * @param postedAt when, UTC
 */
public record MessageView(
        MessageId id,
        ChatId chatId,
        long seq,
        UserId senderId,
        UUID clientMessageId,
        String text,
        Instant postedAt) {

    /** The view of {@code message}. */
    public static MessageView of(Message message) {
        return new MessageView(
                message.id(),
                message.chatId(),
                message.seq(),
                message.senderId(),
                message.clientMessageId(),
                message.text(),
                message.postedAt());
    }
}
