package org.tertulia.message.posting;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tertulia.message.attachments.Attachment;
import org.tertulia.message.timeline.MessageView;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.MessageId;
import org.tertulia.starter.id.UserId;

/**
 * A message that is in the log, as it was posted.
 *
 * @param id the message
 * @param chatId the chat it was said in
 * @param seq its place in the chat's log
 * @param senderId who said it
 * @param clientMessageId the id the sender's client made
 * @param text what was said
 * @param replyTo the seq of the message it answers
 * @param thread the seq of the message whose thread it is in
 * @param mentions whom it called; null when nobody
 * @param forwarded the message whose text was copied
 * @param attachments the files that came with it, in their order; null for none
 * @param postedAt when it was committed, UTC, in milliseconds
 */
public record Message(
        MessageId id,
        ChatId chatId,
        long seq,
        UserId senderId,
        UUID clientMessageId,
        String text,
        @Nullable Long replyTo,
        @Nullable Long thread,
        MessageView.@Nullable Mentions mentions,
        MessageView.@Nullable Forwarded forwarded,
        @Nullable List<Attachment> attachments,
        Instant postedAt) {

    /** Keeps its own copy of the list. */
    public Message {
        attachments = attachments == null ? null : List.copyOf(attachments);
    }

    /** What its sender sees right after it was posted: nobody has done anything with it yet. */
    MessageView view() {
        return new MessageView(
                id,
                chatId,
                seq,
                senderId,
                clientMessageId,
                text,
                postedAt,
                1,
                null,
                null,
                replyTo,
                thread,
                mentions,
                forwarded,
                attachments,
                null,
                null,
                List.of(),
                null,
                false);
    }
}
