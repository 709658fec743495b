package org.tertulia.contracts.message;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody said something.
 *
 * @param chatId the chat
 * @param seq its place in the chat's log
 * @param messageId the message
 * @param senderId who said it
 * @param clientMessageId the id the sender's client made; unique per chat and sender
 * @param text what was said; empty when the message was deleted since
 * @param replyTo the seq of the message it answers
 * @param thread the seq of the message whose thread it is in; null in the main conversation
 * @param mentions whom the text calls; null when nobody
 * @param forwarded the message whose text was copied, when it was forwarded
 * @param attachments the files that came with it, in their order; null when there are none, or when the message was
 *     deleted since
 * @param postedAt when, UTC
 * @param deletedAt when the message was deleted since, and its text with it
 */
public record MessagePosted(
        UUID chatId,
        long seq,
        UUID messageId,
        UUID senderId,
        UUID clientMessageId,
        String text,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long replyTo,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long thread,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Mentioned mentions,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Forwarded forwarded,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Attachment> attachments,
        Instant postedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant deletedAt)
        implements LogEntry {

    /** Keeps its own copy of the list. */
    public MessagePosted {
        attachments = attachments == null ? null : List.copyOf(attachments);
    }

    /** A message without attachments. */
    public MessagePosted(
            UUID chatId,
            long seq,
            UUID messageId,
            UUID senderId,
            UUID clientMessageId,
            String text,
            @Nullable Long replyTo,
            @Nullable Long thread,
            @Nullable Mentioned mentions,
            @Nullable Forwarded forwarded,
            Instant postedAt,
            @Nullable Instant deletedAt) {
        this(
                chatId,
                seq,
                messageId,
                senderId,
                clientMessageId,
                text,
                replyTo,
                thread,
                mentions,
                forwarded,
                null,
                postedAt,
                deletedAt);
    }

    /** A plain message of the main conversation. */
    public MessagePosted(
            UUID chatId,
            long seq,
            UUID messageId,
            UUID senderId,
            UUID clientMessageId,
            String text,
            Instant postedAt) {
        this(
                chatId,
                seq,
                messageId,
                senderId,
                clientMessageId,
                text,
                null,
                null,
                null,
                null,
                null,
                postedAt,
                null);
    }

    @Override
    @JsonIgnore
    public UUID aggregateId() {
        return chatId;
    }

    @Override
    @JsonIgnore
    public Instant occurredAt() {
        return postedAt;
    }
}
