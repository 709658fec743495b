package org.tertulia.auth.sessions;

import java.util.Locale;

/** Why a session ended before its time. The wire names are part of the event's contract. */
public enum RevocationReason {
    LOGGED_OUT,
    REVOKED,
    PASSWORD_CHANGED,
    REFRESH_TOKEN_REUSED;

    /** As the event says it, such as {@code logged-out}. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
