package org.tertulia.contracts.chat;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A chat came to be.
 *
 * @param chatId the chat
 * @param version the chat's version after this event
 * @param kind its kind, for good
 * @param title its title; null for private chats
 * @param description free text, empty when not set
 * @param createdBy who created it
 * @param members the first members, the creator among them
 * @param receipts whether members see how far the others have read; absent from events of earlier versions, which
 *     means the default of its kind: not in public chats
 * @param at when, UTC
 */
public record ChatCreated(
        UUID chatId,
        long version,
        ChatKind kind,
        @Nullable String title,
        String description,
        UUID createdBy,
        List<InitialMember> members,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean receipts,
        Instant at)
        implements ChatEvent {

    /** Keeps its own copy of the list. */
    public ChatCreated {
        members = List.copyOf(members);
    }

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
