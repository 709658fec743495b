package org.tertulia.scheduler.scheduled;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * A scheduled message. On the wire it is the UUID as a string.
 *
 * @param value the UUID
 */
public record ScheduledMessageId(@JsonValue UUID value) {

    private static final int LENGTH = 36;

    /** Reads the canonical form; throws {@link IllegalArgumentException} for anything else. */
    @JsonCreator
    public static ScheduledMessageId valueOf(String text) {
        if (text.length() != LENGTH) {
            throw new IllegalArgumentException("not a UUID");
        }
        return new ScheduledMessageId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
