package org.tertulia.message.drafts;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;
import org.tertulia.starter.id.ChatId;

/**
 * Body of a written draft.
 *
 * @param text what it says; empty to delete it
 * @param replyTo the seq of the message it is to answer
 * @param baseVersion the version that the client knows, 0 for none
 */
record DraftRequest(
        @NotNull String text,
        @Positive @Nullable Long replyTo,
        @PositiveOrZero @Nullable Long baseVersion) {

    WriteDraft to(ChatId chatId, @Nullable Long thread) {
        return new WriteDraft(chatId, thread, text, replyTo, baseVersion);
    }
}
