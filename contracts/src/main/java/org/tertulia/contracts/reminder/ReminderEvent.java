package org.tertulia.contracts.reminder;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.UUID;
import org.tertulia.contracts.TertuliaEvent;

/** What happened to a reminder, in order per reminder. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ReminderFired.class, name = "reminder.fired"),
    @JsonSubTypes.Type(value = ReminderRefused.class, name = "reminder.refused"),
    @JsonSubTypes.Type(value = ReminderSettled.class, name = "reminder.settled")
})
public sealed interface ReminderEvent extends TertuliaEvent
        permits ReminderFired, ReminderRefused, ReminderSettled {

    /** The reminder. */
    UUID reminderId();

    /** Whom it is told to. */
    UUID userId();
}
