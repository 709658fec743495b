package org.tertulia.load.client;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tertulia.contracts.chat.ChatKind;
import org.tertulia.contracts.chat.ChatRole;

/**
 * A chat as chat-service tells it.
 *
 * @param id the chat
 * @param kind its kind
 * @param title null for private chats
 * @param description empty or null when there is none
 * @param memberCount how many are in it
 * @param members the members of a private chat or a small group; null otherwise
 * @param createdBy who made it
 * @param createdAt when, UTC
 * @param version counts its changes
 * @param myRole what the reader is in it; null when not a member
 */
public record ChatView(
        UUID id,
        ChatKind kind,
        @Nullable String title,
        @Nullable String description,
        int memberCount,
        @Nullable List<Member> members,
        UUID createdBy,
        Instant createdAt,
        long version,
        @Nullable ChatRole myRole) {

    /** A member and what they may do. */
    public record Member(UUID userId, ChatRole role) {}
}
