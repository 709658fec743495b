package org.tertulia.contracts.chat;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Title, description or what the members see of each other changed; carries all of it.
 *
 * @param chatId the chat
 * @param version the chat's version after this event
 * @param title the title from now on
 * @param description the description from now on
 * @param pictureId the chat's picture from now on, a file of who set it; null for none
 * @param kind the chat's kind: in a public chat everybody may see the picture; absent from events of earlier versions,
 *     which have no picture
 * @param receipts whether members see how far the others have read; absent from events of earlier versions, which
 *     leave it as it is
 * @param by who did it
 * @param at when, UTC
 */
public record ChatChanged(
        UUID chatId,
        long version,
        @Nullable String title,
        String description,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID pictureId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ChatKind kind,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean receipts,
        UUID by,
        Instant at)
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
