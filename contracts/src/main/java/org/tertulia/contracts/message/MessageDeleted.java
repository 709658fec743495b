package org.tertulia.contracts.message;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message was deleted. Its text is gone from every table and from its earlier log entries; on the topic it stays
 * until the topic's retention has passed.
 *
 * @param chatId the chat
 * @param seq its place in the chat's log
 * @param message the seq of the message it is about
 * @param thread the seq of the message whose thread it was in; null in the main conversation
 * @param by who deleted it
 * @param at when, UTC
 */
public record MessageDeleted(
        UUID chatId,
        long seq,
        long message,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long thread,
        UUID by,
        Instant at)
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
