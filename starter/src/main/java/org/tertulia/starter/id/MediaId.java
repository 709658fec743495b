package org.tertulia.starter.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * A file that somebody uploaded. On the wire it is the UUID as a string.
 *
 * @param value the UUID
 */
public record MediaId(@JsonValue UUID value) {

    /** Reads the canonical form; throws {@link IllegalArgumentException} for anything else. */
    @JsonCreator
    public static MediaId valueOf(String text) {
        return new MediaId(CanonicalUuid.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
