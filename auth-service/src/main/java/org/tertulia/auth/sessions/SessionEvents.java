package org.tertulia.auth.sessions;

import java.time.Instant;
import org.tertulia.contracts.account.SessionRevoked;
import org.tertulia.starter.id.SessionId;
import org.tertulia.starter.id.UserId;

/** What the rest of the suite learns of sessions. */
final class SessionEvents {

    private SessionEvents() {}

    static SessionRevoked revoked(
            UserId userId, SessionId sessionId, RevocationReason reason, Instant at) {
        return new SessionRevoked(userId.value(), sessionId.value(), reason.wireName(), at);
    }
}
