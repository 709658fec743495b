package org.tertulia.auth.tokens;

import org.jspecify.annotations.Nullable;

/** Body of a refresh; empty, or missing, when the token comes in the cookie. Its text form hides it. */
record RefreshRequest(@Nullable String refreshToken) {

    @Override
    public String toString() {
        return "RefreshRequest[…]";
    }
}
