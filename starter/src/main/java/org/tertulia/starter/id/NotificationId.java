package org.tertulia.starter.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * What somebody is told. On the wire it is the UUID as a string.
 *
 * @param value the UUID
 */
public record NotificationId(@JsonValue UUID value) {

    /** Reads the canonical form; throws {@link IllegalArgumentException} for anything else. */
    @JsonCreator
    public static NotificationId valueOf(String text) {
        return new NotificationId(CanonicalUuid.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
