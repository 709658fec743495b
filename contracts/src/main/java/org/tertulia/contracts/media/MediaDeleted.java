package org.tertulia.contracts.media;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;

/**
 * A file is gone: its owner deleted it, or it was attached to no message any more.
 *
 * @param mediaId the file
 * @param ownerId who uploaded it
 * @param occurredAt when, UTC
 */
public record MediaDeleted(UUID mediaId, UUID ownerId, Instant occurredAt) implements MediaEvent {

    @Override
    @JsonIgnore
    public UUID aggregateId() {
        return mediaId;
    }
}
