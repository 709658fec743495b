package org.tertulia.media.addresses;

import org.jspecify.annotations.Nullable;

/**
 * What stands in the query of a signed address, as a client sent it.
 *
 * @param person whom the address is for
 * @param expires until when it is good, in seconds since 1970
 * @param signature what proves it
 */
public record SignedQuery(
        @Nullable String person, @Nullable String expires, @Nullable String signature) {

    /** Whether the address claims to be signed. */
    public boolean isSigned() {
        return signature != null;
    }
}
