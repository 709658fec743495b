package org.tertulia.message.posting;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tertulia.message.timeline.MessagePlace;
import org.tertulia.starter.attachments.AttachFile;
import org.tertulia.starter.id.ChatId;

/**
 * Body of a post.
 *
 * @param clientMessageId made by the client, the same on every retry
 * @param text what to say; may be absent when something is attached or forwarded
 * @param replyTo the seq of the message it answers
 * @param thread the seq of the message whose thread it is for
 * @param forward a message whose text is to be copied
 * @param attachments files of the sender that are to come with it
 */
record PostMessageRequest(
        @NotNull UUID clientMessageId,
        @Nullable String text,
        @Nullable Long replyTo,
        @Nullable Long thread,
        @Nullable @Valid ForwardRequest forward,
        @Nullable List<@NotNull @Valid AttachmentRequest> attachments) {

    /** The message to copy. */
    record ForwardRequest(@NotNull ChatId chatId, @NotNull Long seq) {

        MessagePlace place() {
            return new MessagePlace(chatId, seq);
        }
    }

    /** A file to attach. */
    record AttachmentRequest(@NotNull UUID mediaId, @Nullable String alt) {

        AttachFile file() {
            return new AttachFile(mediaId, alt);
        }
    }

    PostMessage to(ChatId chatId) {
        return new PostMessage(
                chatId,
                clientMessageId,
                text,
                replyTo,
                thread,
                forward == null ? null : forward.place(),
                attachments == null
                        ? null
                        : attachments.stream().map(AttachmentRequest::file).toList());
    }
}
