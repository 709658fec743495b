package org.tertulia.contracts.posting;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.UUID;
import org.tertulia.contracts.TertuliaEvent;

/**
 * The answer to a {@link org.tertulia.contracts.scheduled.ScheduledMessageDue}, in order per chat. It may come more than once;
 * {@link ScheduledMessagePosted} counts, should both come.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ScheduledMessagePosted.class, name = "scheduled-message.posted"),
    @JsonSubTypes.Type(value = ScheduledMessageRefused.class, name = "scheduled-message.refused")
})
public sealed interface PostingEvent extends TertuliaEvent
        permits ScheduledMessagePosted, ScheduledMessageRefused {

    /** The scheduled message. */
    UUID scheduledMessageId();

    /** The chat it was for. */
    UUID chatId();

    /** Whose it is. */
    UUID authorId();
}
