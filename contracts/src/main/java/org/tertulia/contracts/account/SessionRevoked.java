package org.tertulia.contracts.account;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;

/**
 * A session ended before its time: its tokens are to be refused and its connections closed.
 *
 * @param userId whose session it was
 * @param sessionId the {@code sid} claim of its access tokens
 * @param reason {@code logged-out}, {@code revoked}, {@code password-changed} or {@code refresh-token-reused}
 * @param revokedAt when, UTC
 */
public record SessionRevoked(UUID userId, UUID sessionId, String reason, Instant revokedAt)
        implements AccountEvent {

    @Override
    @JsonIgnore
    public UUID aggregateId() {
        return userId;
    }

    @Override
    @JsonIgnore
    public Instant occurredAt() {
        return revokedAt;
    }
}
