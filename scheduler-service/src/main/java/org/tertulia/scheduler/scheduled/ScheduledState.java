package org.tertulia.scheduler.scheduled;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a scheduled message is. */
enum ScheduledState {
    /** Its time has not come; its author may change it. */
    @JsonProperty("waiting")
    WAITING,
    /** It is on its way to the message service, and can not be held up any more. */
    @JsonProperty("sending")
    SENDING,
    /** It is in the chat. */
    @JsonProperty("sent")
    SENT,
    /** It was not posted, and will not be. */
    @JsonProperty("refused")
    REFUSED;

    /** As it is stored and sent. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state that is sent so; empty when none is. */
    static Optional<ScheduledState> named(String text) {
        return Stream.of(values()).filter(state -> state.text().equals(text)).findFirst();
    }

    static ScheduledState of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
