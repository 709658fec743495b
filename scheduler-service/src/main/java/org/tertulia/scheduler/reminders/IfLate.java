package org.tertulia.scheduler.reminders;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What becomes of an occurrence whose time passed while the service was away. */
public enum IfLate {
    /** It fires late; of several that were missed, one. */
    @JsonProperty("fire")
    FIRE,
    /** It is passed over. */
    @JsonProperty("skip")
    SKIP;

    /** As it is stored and sent. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static IfLate of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
