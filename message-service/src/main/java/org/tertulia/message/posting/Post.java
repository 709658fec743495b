package org.tertulia.message.posting;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.MessageId;
import org.tertulia.starter.id.UserId;

/**
 * A message on its way into the log.
 *
 * @param id its id, should it be the first with its client message id
 * @param chatId where
 * @param senderId who
 * @param clientMessageId the id the sender's client made
 * @param content what
 * @param traceparent the trace it belongs to
 */
record Post(
        MessageId id,
        ChatId chatId,
        UserId senderId,
        UUID clientMessageId,
        Content content,
        @Nullable String traceparent) {}
