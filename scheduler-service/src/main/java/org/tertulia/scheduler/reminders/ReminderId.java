package org.tertulia.scheduler.reminders;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.tertulia.starter.id.CanonicalUuid;

/**
 * A reminder. On the wire it is the UUID as a string.
 *
 * @param value the UUID
 */
public record ReminderId(@JsonValue UUID value) {

    /** Reads the canonical form; throws {@link IllegalArgumentException} for anything else. */
    @JsonCreator
    public static ReminderId valueOf(String text) {
        return new ReminderId(CanonicalUuid.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
