package org.tertulia.contracts.message;

import com.fasterxml.jackson.annotation.JsonIgnore;
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
 * @param at when, UTC
 */
public record ChatOpened(
        UUID chatId,
        long seq,
        ChatKind kind,
        @Nullable String title,
        UUID createdBy,
        List<UUID> members,
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
