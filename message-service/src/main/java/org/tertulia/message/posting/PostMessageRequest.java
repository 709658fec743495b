package org.tertulia.message.posting;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.tertulia.starter.id.ChatId;

/**
 * Body of a post.
 *
 * @param clientMessageId made by the client, the same on every retry
 * @param text what to say
 */
record PostMessageRequest(@NotNull UUID clientMessageId, @NotNull String text) {

    PostMessage to(ChatId chatId) {
        return new PostMessage(chatId, clientMessageId, text);
    }
}
