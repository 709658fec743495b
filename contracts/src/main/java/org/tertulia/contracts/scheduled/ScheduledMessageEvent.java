package org.tertulia.contracts.scheduled;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.UUID;
import org.tertulia.contracts.TertuliaEvent;

/** What happened to a scheduled message, in order per chat: what is due first is told first. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ScheduledFilesHeld.class, name = "scheduled-message.files-held"),
    @JsonSubTypes.Type(value = ScheduledMessageDue.class, name = "scheduled-message.due"),
    @JsonSubTypes.Type(
            value = ScheduledFilesReleased.class,
            name = "scheduled-message.files-released")
})
public sealed interface ScheduledMessageEvent extends TertuliaEvent
        permits ScheduledFilesHeld, ScheduledMessageDue, ScheduledFilesReleased {

    /** The scheduled message. */
    UUID scheduledMessageId();

    /** Whose it is. */
    UUID authorId();

    /** Where it is to be posted. */
    UUID chatId();
}
