package org.tertulia.message.posting;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tertulia.message.timeline.MessagePlace;
import org.tertulia.starter.id.ChatId;

/**
 * Body of a post.
 *
 * @param clientMessageId made by the client, the same on every retry
 * @param text what to say; may be absent when something is forwarded
 * @param replyTo the seq of the message it answers
 * @param thread the seq of the message whose thread it is for
 * @param forward a message whose text is to be copied
 */
record PostMessageRequest(
        @NotNull UUID clientMessageId,
        @Nullable String text,
        @Nullable Long replyTo,
        @Nullable Long thread,
        @Nullable ForwardRequest forward) {

    /** The message to copy. */
    record ForwardRequest(@NotNull ChatId chatId, @NotNull Long seq) {

        MessagePlace place() {
            return new MessagePlace(chatId, seq);
        }
    }

    PostMessage to(ChatId chatId) {
        return new PostMessage(
                chatId,
                clientMessageId,
                text,
                replyTo,
                thread,
                forward == null ? null : forward.place());
    }
}
