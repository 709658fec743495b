package org.tertulia.contracts.scheduled;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message is to be posted now, in its author's name. There is one for each scheduled message, whatever happens to the
 * service meanwhile.
 *
 * @param scheduledMessageId the scheduled message, which is the client message id of the one that is posted
 * @param authorId who says it
 * @param chatId where
 * @param text what; empty when files say it
 * @param replyTo the seq of the message it answers; null for none
 * @param thread the seq of the message in whose thread; null for the main conversation
 * @param attachments the author's files that come with it, in their order
 * @param dueAt when it was due, UTC
 * @param firedAt when it was taken up, UTC; earlier when its author did not want to wait, later when the service was away
 */
public record ScheduledMessageDue(
        UUID scheduledMessageId,
        UUID authorId,
        UUID chatId,
        String text,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long replyTo,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long thread,
        List<ScheduledFile> attachments,
        Instant dueAt,
        Instant firedAt)
        implements ScheduledMessageEvent {

    /** Keeps its own copy of the list. */
    public ScheduledMessageDue {
        attachments = List.copyOf(attachments);
    }

    @Override
    @JsonIgnore
    public UUID aggregateId() {
        return chatId;
    }

    @Override
    @JsonIgnore
    public Instant occurredAt() {
        return firedAt;
    }
}
