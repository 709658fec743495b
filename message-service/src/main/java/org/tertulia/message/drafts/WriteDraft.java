package org.tertulia.message.drafts;

import org.jspecify.annotations.Nullable;
import org.tertulia.starter.id.ChatId;

/**
 * Writes a draft.
 *
 * @param chatId the chat it is for
 * @param thread the seq of the message in whose thread; null in the main conversation
 * @param text what it says; empty to delete it
 * @param replyTo the seq of the message it is to answer
 * @param baseVersion the version that the writer knows, 0 for none; null to write over whatever there is
 */
public record WriteDraft(
        ChatId chatId,
        @Nullable Long thread,
        String text,
        @Nullable Long replyTo,
        @Nullable Long baseVersion) {}
