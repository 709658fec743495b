package org.tertulia.notification.decisions;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * A rule by which somebody wants to be told. On the wire it is the UUID as a string.
 *
 * @param value the UUID
 */
public record AlertId(@JsonValue UUID value) {

    private static final int LENGTH = 36;

    /** Reads the canonical form; throws {@link IllegalArgumentException} for anything else. */
    @JsonCreator
    public static AlertId valueOf(String text) {
        if (text.length() != LENGTH) {
            throw new IllegalArgumentException("not a UUID");
        }
        return new AlertId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
