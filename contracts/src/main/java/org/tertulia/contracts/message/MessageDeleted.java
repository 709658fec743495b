package org.tertulia.contracts.message;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;

/**
 * A message was deleted. Its text is gone from every table and from its earlier log entries; on the topic it stays
 * until the topic's retention has passed.
 *
 * @param chatId the chat
 * @param seq its place in the chat's log
 * @param message the seq of the message it is about
 * @param by who deleted it
 * @param at when, UTC
 */
public record MessageDeleted(UUID chatId, long seq, long message, UUID by, Instant at)
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
