package org.tertulia.contracts.typing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person is writing in a chat. It ends by itself, or with their next message there. Never told of people who are
 * invisible.
 *
 * @param chatId where
 * @param thread the seq of the message in whose thread; null in the main conversation
 * @param userId who
 * @param until when they count as no longer writing, unless told again, UTC
 * @param at when, UTC
 */
public record PersonTyping(
        UUID chatId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long thread,
        UUID userId,
        Instant until,
        Instant at)
        implements TypingEvent {

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
