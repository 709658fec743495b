package org.tertulia.message.timeline;

import org.jspecify.annotations.Nullable;
import org.tertulia.starter.id.ChatId;

/**
 * Where messages follow each other.
 *
 * @param chatId the chat
 * @param thread the seq of the message whose thread it is; null for the main conversation
 */
record Strand(ChatId chatId, @Nullable Long thread) {

    static Strand main(ChatId chatId) {
        return new Strand(chatId, null);
    }
}
