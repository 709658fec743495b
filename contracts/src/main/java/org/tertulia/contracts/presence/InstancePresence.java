package org.tertulia.contracts.presence;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Whom an instance has connections of. Also its sign of life: an instance that was not heard of for a while counts as gone, its people with it.
 *
 * @param instanceId the instance, made anew at each start
 * @param full whether {@code online} is everybody, or only who came since the last one
 * @param online people with at least one connection there
 * @param offline people whose last connection there ended; empty when {@code full}
 * @param at when, UTC
 */
public record InstancePresence(
        UUID instanceId, boolean full, List<UUID> online, List<UUID> offline, Instant at)
        implements PresenceEvent {

    /** Keeps its own copy of the list. */
    public InstancePresence {
        online = List.copyOf(online);
        offline = List.copyOf(offline);
    }

    @Override
    @JsonIgnore
    public UUID aggregateId() {
        return instanceId;
    }

    @Override
    @JsonIgnore
    public Instant occurredAt() {
        return at;
    }
}
