package org.tertulia.scheduler.scheduled;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.tertulia.starter.id.CanonicalUuid;

/**
 * A scheduled message. On the wire it is the UUID as a string.
 *
 * @param value the UUID
 */
public record ScheduledMessageId(@JsonValue UUID value) {

    /** Reads the canonical form; throws {@link IllegalArgumentException} for anything else. */
    @JsonCreator
    public static ScheduledMessageId valueOf(String text) {
        return new ScheduledMessageId(CanonicalUuid.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
