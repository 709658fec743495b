package org.tertulia.chat.creation;

import jakarta.validation.constraints.NotNull;
import org.tertulia.starter.id.UserId;

/**
 * Body of {@code POST /chats/private}.
 *
 * @param userId the other person
 */
record PrivateChatRequest(@NotNull UserId userId) {}
