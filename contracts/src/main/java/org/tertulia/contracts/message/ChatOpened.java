package org.tertulia.contracts.message;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tertulia.contracts.chat.ChatKind;

/**
 * The chat came to be.
 *
 * @param chatId the chat
 * @param seq its place in the chat's log
 * @param kind its kind
 * @param title its title; null for private chats
 * @param createdBy who created it
 * @param members its first members
 * @param receipts whether members see how far the others have read; absent from older entries, which means the default
 *     of its kind: not in public chats
 * @param at when, UTC
 */
public record ChatOpened(
        UUID chatId,
        long seq,
        ChatKind kind,
        @Nullable String title,
        UUID createdBy,
        List<UUID> members,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean receipts,
        Instant at)
        implements LogEntry {

    /** Keeps its own copy of the list. */
    public ChatOpened {
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
