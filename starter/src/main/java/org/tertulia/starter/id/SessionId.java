package org.tertulia.starter.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * A session: one log-in on one device; the {@code sid} claim of its access tokens. On the wire it is the UUID as a string.
 *
 * @param value the UUID
 */
public record SessionId(@JsonValue UUID value) {

    /** Reads the canonical form; throws {@link IllegalArgumentException} for anything else. */
    @JsonCreator
    public static SessionId valueOf(String text) {
        return new SessionId(CanonicalUuid.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
