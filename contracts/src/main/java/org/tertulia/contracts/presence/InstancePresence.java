package org.tertulia.contracts.presence;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom an instance has connections of. Also its sign of life: an instance that was not heard of for a while counts as gone, its people with it.
 *
 * <p>It tells who is connected, not who is to be shown so: whoever shows presence to people heeds {@code chosen}.
 *
 * @param instanceId the instance, made anew at each start
 * @param full whether {@code online} is everybody, or only who came or changed since the last one
 * @param online people with at least one connection there
 * @param offline people whose last connection there ended; empty when {@code full}
 * @param away those of {@code online} all of whose connections there have said that nobody is at them
 * @param chosen what people have chosen to be shown as; of those of {@code online} all when {@code full}, otherwise what is new
 * @param at when, UTC
 */
public record InstancePresence(
        UUID instanceId,
        boolean full,
        List<UUID> online,
        List<UUID> offline,
        List<UUID> away,
        List<ChosenPresence> chosen,
        Instant at)
        implements PresenceEvent {

    /** Keeps its own copies; earlier instances tell neither {@code away} nor {@code chosen}. */
    public InstancePresence {
        online = List.copyOf(online);
        offline = List.copyOf(offline);
        away = copyOrEmpty(away);
        chosen = copyOrEmpty(chosen);
    }

    /** Nobody is away, nobody has chosen anything. */
    public InstancePresence(
            UUID instanceId, boolean full, List<UUID> online, List<UUID> offline, Instant at) {
        this(instanceId, full, online, offline, List.of(), List.of(), at);
    }

    private static <T> List<T> copyOrEmpty(@Nullable List<T> list) {
        return List.copyOf(Objects.requireNonNullElse(list, List.of()));
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
