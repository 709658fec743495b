package org.tertulia.contracts.account;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person registered.
 *
 * @param userId the new user
 * @param handle unique name, lower case, never changed
 * @param displayName name as the person wrote it
 * @param language BCP 47 tag the person chose, or null
 * @param registeredAt when, UTC
 */
public record AccountRegistered(
        UUID userId,
        String handle,
        String displayName,
        @Nullable String language,
        Instant registeredAt)
        implements AccountEvent {

    @Override
    @JsonIgnore
    public UUID aggregateId() {
        return userId;
    }

    @Override
    @JsonIgnore
    public Instant occurredAt() {
        return registeredAt;
    }
}
