package org.tertulia.translation.glossary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.tertulia.starter.id.CanonicalUuid;

/**
 * A word of a glossary. On the wire it is the UUID as a string.
 *
 * @param value the UUID
 */
public record TermId(@JsonValue UUID value) {

    /** Reads the canonical form; throws {@link IllegalArgumentException} for anything else. */
    @JsonCreator
    public static TermId valueOf(String text) {
        return new TermId(CanonicalUuid.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
