package org.tertulia.starter.security;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The web origins whose pages may use cookies and WebSockets. */
public final class AllowedOrigins {

    private final Set<String> origins;

    AllowedOrigins(Set<String> origins) {
        this.origins = Set.copyOf(origins);
    }

    /**
     * Whether a request with this {@code Origin} header is welcome. One without the header is: it does
     * not come from a page, so no page can abuse what its browser knows.
     */
    public boolean allows(@Nullable String origin) {
        return origin == null || origins.contains(origin);
    }
}
