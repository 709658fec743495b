package org.tertulia.contracts.message;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody said something.
 *
 * @param chatId the chat
 * @param seq its place in the chat's log
 * @param messageId the message
 * @param senderId who said it
 * @param clientMessageId the id the sender's client made; unique per chat and sender
 * @param text what was said
 * @param postedAt when, UTC
 */
public record MessagePosted(
        UUID chatId,
        long seq,
        UUID messageId,
        UUID senderId,
        UUID clientMessageId,
        String text,
        Instant postedAt)
        implements LogEntry {

    @Override
    @JsonIgnore
    public UUID aggregateId() {
        return chatId;
    }

    @Override
    @JsonIgnore
    public Instant occurredAt() {
        return postedAt;
    }
}
