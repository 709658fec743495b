package org.tertulia.contracts.scheduled;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A message that waits is going to need these files: whoever keeps them is not to clear them away meanwhile.
 *
 * @param scheduledMessageId the scheduled message
 * @param authorId whose it is, and the files are to be
 * @param chatId where it is to be posted
 * @param attachments the files
 * @param at when it was scheduled, UTC
 */
public record ScheduledFilesHeld(
        UUID scheduledMessageId, UUID authorId, UUID chatId, List<UUID> attachments, Instant at)
        implements ScheduledMessageEvent {

    /** Keeps its own copy of the list. */
    public ScheduledFilesHeld {
        attachments = List.copyOf(attachments);
    }

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
