package org.tertulia.message.presence;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How others see a person. */
public enum PresenceStatus {
    /** At one device at least. */
    ONLINE,
    /** Connected, but at no device. */
    AWAY,
    /** Not connected, or not to be seen. */
    OFFLINE;

    /** The name on the wire. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
