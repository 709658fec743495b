package org.tertulia.contracts.posting;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;

/**
 * A scheduled message was not posted, and will not be: its author may not post it, or not so.
 *
 * @param scheduledMessageId the scheduled message
 * @param chatId the chat it was for
 * @param authorId whose it is
 * @param text what it says
 * @param problem the type of the problem (RFC 9457), as its author would have had it for a post of their own
 * @param detail what is wrong, in English
 * @param at when it was refused, UTC
 */
public record ScheduledMessageRefused(
        UUID scheduledMessageId,
        UUID chatId,
        UUID authorId,
        String text,
        String problem,
        String detail,
        Instant at)
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
