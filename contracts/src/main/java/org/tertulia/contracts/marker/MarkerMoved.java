package org.tertulia.contracts.marker;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;

/**
 * A person has read on in a chat, or marked something in it as unread. Not kept for whoever was away: of two markers the
 * greater one counts, by {@code generation} first, then by {@code readSeq}, in whichever order they come.
 *
 * @param userId who has read
 * @param chatId where
 * @param generation 0, and one more each time something was marked as unread
 * @param readSeq up to which seq of the chat's log
 * @param unread messages of others in the main conversation after that, counted up to 1000
 * @param mentions those of them that call the person, counted up to 1000
 * @param at when, UTC
 */
public record MarkerMoved(
        UUID userId,
        UUID chatId,
        int generation,
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
