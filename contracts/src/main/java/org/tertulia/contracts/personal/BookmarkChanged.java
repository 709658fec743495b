package org.tertulia.contracts.personal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;

/**
 * A person has bookmarked a message, or no longer. Of two about one message, the later one counts.
 *
 * @param userId whose bookmark
 * @param chatId the chat of the message
 * @param message its seq
 * @param bookmarked whether it is bookmarked now
 * @param at when, UTC
 */
public record BookmarkChanged(
        UUID userId, UUID chatId, long message, boolean bookmarked, Instant at)
        implements PersonalEvent {

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
