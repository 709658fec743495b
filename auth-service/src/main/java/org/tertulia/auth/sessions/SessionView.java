package org.tertulia.auth.sessions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tertulia.starter.id.SessionId;

/** A session, as its person sees it in the list of their devices. */
record SessionView(
        SessionId id,
        String deviceName,
        Instant createdAt,
        Instant lastUsedAt,
        @Nullable String address,
        boolean current) {

    static SessionView of(Session session, SessionId current) {
        return new SessionView(
                session.id(),
                session.deviceName(),
                session.createdAt(),
                session.lastUsedAt(),
                session.address(),
                session.id().equals(current));
    }
}
