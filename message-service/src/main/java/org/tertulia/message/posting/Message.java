package org.tertulia.message.posting;

import java.time.Instant;
import java.util.UUID;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.MessageId;
import org.tertulia.starter.id.UserId;

/**
 * A message that is in the log.
 *
 * @param id the message
 * @param chatId the chat it was said in
 * @param seq its place in the chat's log
 * @param senderId who said it
 * @param clientMessageId the id the sender's client made
 * @param text what was said
 * @param postedAt when it was committed, UTC, in milliseconds
 */
public record Message(
        MessageId id,
        ChatId chatId,
        long seq,
        UserId senderId,
        UUID clientMessageId,
        String text,
        Instant postedAt) {}
