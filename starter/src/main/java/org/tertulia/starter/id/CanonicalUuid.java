package org.tertulia.starter.id;

import java.util.UUID;

/** Reads UUIDs in their canonical form of 36 characters only; {@link UUID#fromString} takes shorter ones. */
public final class CanonicalUuid {

    private static final int LENGTH = 36;

    private CanonicalUuid() {}

    /** Throws {@link IllegalArgumentException} for anything else. */
    public static UUID parse(String text) {
        if (text.length() != LENGTH) {
            throw new IllegalArgumentException("not a UUID");
        }
        return UUID.fromString(text);
    }
}
