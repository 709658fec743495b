package org.tertulia.contracts.message;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Title or description changed.
 *
 * @param chatId the chat
 * @param seq its place in the chat's log
 * @param title the title from now on
 * @param description the description from now on
 * @param by who did it
 * @param at when, UTC
 */
public record ChatRevised(
        UUID chatId, long seq, @Nullable String title, String description, UUID by, Instant at)
        implements LogEntry {

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
