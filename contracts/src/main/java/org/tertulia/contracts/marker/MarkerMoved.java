package org.tertulia.contracts.marker;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;

/**
 * A person has read on in a chat. Not kept for whoever was away: a read marker only grows, so the greatest {@code readSeq}
 * is the present one.
 *
 * @param userId who has read
 * @param chatId where
 * @param readSeq up to which seq of the chat's log
 * @param unread messages of others after that, counted up to 1000
 * @param at when, UTC
 */
public record MarkerMoved(UUID userId, UUID chatId, long readSeq, int unread, Instant at)
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
