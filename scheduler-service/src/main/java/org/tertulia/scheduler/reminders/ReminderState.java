package org.tertulia.scheduler.reminders;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a reminder is. */
public enum ReminderState {
    /** It has an occurrence to come, and nothing to be seen to. */
    @JsonProperty("waiting")
    WAITING,
    /** It has fired and was not seen to yet; a recurring one goes on meanwhile. */
    @JsonProperty("fired")
    FIRED,
    /** It is over, for good. */
    @JsonProperty("completed")
    COMPLETED;

    /** As it is stored and sent. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state that is sent so; empty when none is. */
    public static Optional<ReminderState> named(String text) {
        return Stream.of(values()).filter(state -> state.text().equals(text)).findFirst();
    }

    static ReminderState of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
