package org.tertulia.contracts.message;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;

/**
 * A message is no longer pinned.
 *
 * @param chatId the chat
 * @param seq its place in the chat's log
 * @param message the seq of the message it is about
 * @param by who unpinned it
 * @param at when, UTC
 */
public record MessageUnpinned(UUID chatId, long seq, long message, UUID by, Instant at)
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
