package org.tertulia.contracts.user;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;

/**
 * A profile was created or changed; carries all of it.
 *
 * @param userId whose profile it is
 * @param version 1, 2, 3 … per user
 * @param handle unique name, lower case
 * @param displayName name shown to others
 * @param bio free text, empty when not set
 * @param changedAt when, UTC
 */
public record ProfileChanged(
        UUID userId, long version, String handle, String displayName, String bio, Instant changedAt)
        implements UserEvent {

    @Override
    @JsonIgnore
    public UUID aggregateId() {
        return userId;
    }

    @Override
    @JsonIgnore
    public Instant occurredAt() {
        return changedAt;
    }
}
