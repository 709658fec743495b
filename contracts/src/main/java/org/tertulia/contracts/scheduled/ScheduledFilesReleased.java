package org.tertulia.contracts.scheduled;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;

/**
 * A scheduled message does not need its files any more: it was posted, and the message has them, or will never be.
 *
 * @param scheduledMessageId the scheduled message
 * @param authorId whose it is
 * @param chatId where it was to be posted
 * @param at when, UTC
 */
public record ScheduledFilesReleased(
        UUID scheduledMessageId, UUID authorId, UUID chatId, Instant at)
        implements ScheduledMessageEvent {

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
