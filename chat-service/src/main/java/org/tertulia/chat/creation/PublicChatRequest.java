package org.tertulia.chat.creation;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.tertulia.chat.ledger.ChatText;

/**
 * Body of {@code POST /chats/public}.
 *
 * @param title its title
 * @param description free text, empty when absent
 */
record PublicChatRequest(@NotNull String title, @Nullable String description) {

    CreateChat.Public command() {
        return new CreateChat.Public(ChatText.of(title, description));
    }
}
