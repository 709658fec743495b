package org.tertulia.contracts.marker;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;

/**
 * A person follows a thread or no longer does, or has read on in it. Not kept for whoever was away; {@code readSeq} only
 * grows.
 *
 * @param userId who
 * @param chatId the chat
 * @param thread the seq of the message whose thread it is
 * @param following whether the person follows it
 * @param readSeq up to which seq of the chat's log they have read it
 * @param unread messages of others in it after that, counted up to 1000
 * @param mentions those of them that call the person, counted up to 1000
 * @param at when, UTC
 */
public record ThreadMarked(
        UUID userId,
        UUID chatId,
        long thread,
        boolean following,
        long readSeq,
        int unread,
        int mentions,
        Instant at)
        implements MarkerEvent {

    @Override
    @JsonIgnore
    public UUID aggregateId() {
        return userId;
    }

    @Override
    @JsonIgnore
    public Instant occurredAt() {
        return at;
    }
}
