package org.tertulia.contracts.chat;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Title or description changed; carries both.
 *
 * @param chatId the chat
 * @param version the chat's version after this event
 * @param title the title from now on
 * @param description the description from now on
 * @param by who did it
 * @param at when, UTC
 */
public record ChatChanged(
        UUID chatId, long version, @Nullable String title, String description, UUID by, Instant at)
        implements ChatEvent {

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
