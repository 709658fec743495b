package org.tertulia.contracts.message;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tertulia.contracts.chat.ChatKind;

/**
 * Title, description or what the members see of each other changed.
 *
 * @param chatId the chat
 * @param seq its place in the chat's log
 * @param title the title from now on
 * @param description the description from now on
 * @param pictureId the chat's picture from now on, a file of who set it; null for none
 * @param kind the chat's kind: in a public chat everybody may see the picture; absent from events of earlier versions,
 *     which have no picture
 * @param receipts whether members see how far the others have read; absent from older entries, which leave it as it is
 * @param by who did it
 * @param at when, UTC
 */
public record ChatRevised(
        UUID chatId,
        long seq,
        @Nullable String title,
        String description,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID pictureId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ChatKind kind,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean receipts,
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
