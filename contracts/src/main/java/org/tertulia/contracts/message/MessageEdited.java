package org.tertulia.contracts.message;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The text of a message was replaced by its sender.
 *
 * @param chatId the chat
 * @param seq its place in the chat's log
 * @param message the seq of the message it is about
 * @param version which text of the message it is: 2, 3 …
 * @param text the new text; empty when the message was deleted since
 * @param mentions whom the text calls; null when nobody
 * @param by who edited it
 * @param at when, UTC
 * @param deletedAt when the message was deleted since, and its text with it
 */
public record MessageEdited(
        UUID chatId,
        long seq,
        long message,
        int version,
        String text,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Mentioned mentions,
        UUID by,
        Instant at,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant deletedAt)
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
