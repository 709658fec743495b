package org.tertulia.chat.editing;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code PUT /chats/{id}}.
 *
 * @param title the title from now on
 * @param description the description from now on; empty when absent
 */
record EditChatRequest(@NotNull String title, @Nullable String description) {}
