package org.tertulia.user.preferences;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How the suite looks. */
enum Theme {
    /** As the device does. */
    @JsonProperty("system")
    SYSTEM,
    /** Dark on light. */
    @JsonProperty("light")
    LIGHT,
    /** Light on dark. */
    @JsonProperty("dark")
    DARK;

    /** As it is stored and sent. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Theme of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
