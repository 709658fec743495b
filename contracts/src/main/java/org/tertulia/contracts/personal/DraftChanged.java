package org.tertulia.contracts.personal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's draft has another version. What it says stays in the database: nobody has said it yet.
 *
 * @param userId whose draft
 * @param chatId the chat it is for
 * @param thread the seq of the message in whose thread; null in the main conversation
 * @param version its version, greater than every earlier one
 * @param connectionId the WebSocket connection that wrote it; null when it came over HTTP
 * @param at when, UTC
 */
public record DraftChanged(
        UUID userId,
        UUID chatId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long thread,
        long version,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID connectionId,
        Instant at)
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
