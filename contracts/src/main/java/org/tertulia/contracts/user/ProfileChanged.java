package org.tertulia.contracts.user;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A profile was created or changed; carries all of it.
 *
 * @param userId whose profile it is
 * @param version 1, 2, 3 … per user
 * @param handle unique name, lower case
 * @param displayName name shown to others
 * @param bio free text, empty when not set
 * @param pictureId their picture, a file of theirs; null for none
 * @param changedAt when, UTC
 */
public record ProfileChanged(
        UUID userId,
        long version,
        String handle,
        String displayName,
        String bio,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID pictureId,
        Instant changedAt)
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
