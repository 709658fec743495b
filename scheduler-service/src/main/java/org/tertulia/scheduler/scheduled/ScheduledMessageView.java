package org.tertulia.scheduler.scheduled;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tertulia.starter.attachments.AttachFile;
import org.tertulia.starter.id.ChatId;

/**
 * A scheduled message as its author sees it.
 *
 * @param scheduledMessageId its id
 * @param chatId where it is to be posted
 * @param text what it says; empty when files say it
 * @param dueAt when, UTC
 * @param zone in whose local time that is thought of
 * @param thread the seq of the message in whose thread; null for the main conversation
 * @param replyTo the seq of the message it answers; null for none
 * @param attachments files that come with it, in their order
 * @param state where it is
 * @param refusal why it was not posted; null unless it was refused
 * @param message the seq of the message that was posted; null until then
 * @param version its version, which is its entity tag
 * @param createdAt when it was made, UTC
 * @param changedAt when this version came to be, UTC
 */
record ScheduledMessageView(
        ScheduledMessageId scheduledMessageId,
        ChatId chatId,
        String text,
        Instant dueAt,
        String zone,
        @Nullable Long thread,
        @Nullable Long replyTo,
        List<AttachFile> attachments,
        ScheduledState state,
        @Nullable Refusal refusal,
        @Nullable Long message,
        long version,
        Instant createdAt,
        Instant changedAt) {

    /** Keeps its own copy of the list. */
    ScheduledMessageView {
        attachments = List.copyOf(attachments);
    }

    static ScheduledMessageView of(ScheduledMessage message) {
        var content = message.content();
        return new ScheduledMessageView(
                message.id(),
                message.chat(),
                content.text(),
                message.dueAt(),
                message.zone().getId(),
                content.thread(),
                content.replyTo(),
                content.attachments(),
                message.state(),
                message.refusal(),
                message.message(),
                message.version(),
                message.createdAt(),
                message.changedAt());
    }
}
