package org.tertulia.notification.decisions;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.tertulia.starter.id.CanonicalUuid;

/**
 * A rule by which somebody wants to be told. On the wire it is the UUID as a string.
 *
 * @param value the UUID
 */
public record AlertId(@JsonValue UUID value) {

    /** Reads the canonical form; throws {@link IllegalArgumentException} for anything else. */
    @JsonCreator
    public static AlertId valueOf(String text) {
        return new AlertId(CanonicalUuid.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
