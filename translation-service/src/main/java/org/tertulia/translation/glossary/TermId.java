package org.tertulia.translation.glossary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * A word of a glossary. On the wire it is the UUID as a string.
 *
 * @param value the UUID
 */
public record TermId(@JsonValue UUID value) {

    private static final int LENGTH = 36;

    /** Reads the canonical form; throws {@link IllegalArgumentException} for anything else. */
    @JsonCreator
    public static TermId valueOf(String text) {
        if (text.length() != LENGTH) {
            throw new IllegalArgumentException("not a UUID");
        }
        return new TermId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
