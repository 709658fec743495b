package org.tertulia.scheduler.scheduled;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tertulia.starter.attachments.AttachFile;
import org.tertulia.starter.id.ChatId;

/**
 * Body of {@code POST /scheduled-messages}.
 *
 * @param chatId where to post it
 * @param text what to say; may be absent when something is attached
 * @param dueAt when
 * @param zone in whose local time that is thought of; UTC when absent
 * @param thread the seq of the message in whose thread; absent for the main conversation
 * @param replyTo the seq of the message it answers
 * @param attachments the author's files that are to come with it
 */
record CreateScheduledMessageRequest(
        @NotNull ChatId chatId,
        @Nullable String text,
        @NotNull Instant dueAt,
        @Nullable String zone,
        @Min(1) @Nullable Long thread,
        @Min(1) @Nullable Long replyTo,
        @Nullable List<@NotNull @Valid AttachFile> attachments) {}
