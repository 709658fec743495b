package org.tertulia.starter.id;

import java.util.UUID;

/** Reads UUIDs in their canonical form of 36 characters only; {@link UUID#fromString} takes shorter ones. */
final class CanonicalUuid {

    private static final int LENGTH = 36;

    private CanonicalUuid() {}

    static UUID parse(String text) {
        if (text.length() != LENGTH) {
            throw new IllegalArgumentException("not a UUID");
        }
        return UUID.fromString(text);
    }
}
