package org.tertulia.contracts.posting;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;

/**
 * A scheduled message is in its chat.
 *
 * @param scheduledMessageId the scheduled message
 * @param chatId where it is
 * @param authorId who said it
 * @param seq its place in the chat's log
 * @param at when it was posted, UTC
 */
public record ScheduledMessagePosted(
        UUID scheduledMessageId, UUID chatId, UUID authorId, long seq, Instant at)
        implements PostingEvent {

    @Override
    @JsonIgnore
    public UUID aggregateId() {
        return chatId;
    }

    @Override
    @JsonIgnore
    public Instant occurredAt() {
        return at;
    }
}
