package org.tertulia.contracts.notification;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.UUID;
import org.tertulia.contracts.TertuliaEvent;

/** A person's inbox has changed. Private to that person; numbered 1, 2, 3 … per person, without a gap. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = NotificationAdded.class, name = "notification.added"),
    @JsonSubTypes.Type(value = NotificationSettled.class, name = "notification.settled")
})
public sealed interface NotificationEvent extends TertuliaEvent
        permits NotificationAdded, NotificationSettled {

    /** Whose inbox. */
    UUID userId();

    /** The version of the inbox that this led to. */
    long version();
}
