package org.tertulia.message.presence;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.tertulia.starter.id.UserId;

/**
 * Who is connected where, and who of them is at which device. Somebody is online who is at one device, of
 * whatever instance, and away who is at none. Not safe for use by many threads.
 */
final class Whereabouts {

    /** What is known of another instance: its people, and whether each is away there. */
    private static final class Instance {
        private final Map<UserId, Boolean> people = new HashMap<>();
        private Instant heardAt = Instant.EPOCH;
    }

    /** Whether nobody is at a connection's device, by connection. */
    private final Map<UserId, Map<UUID, Boolean>> here = new HashMap<>();

    private final Map<UUID, Instance> others = new HashMap<>();

    /** As what the person counts, over all instances. */
    PresenceStatus of(UserId person) {
        var found = isHere(person);
        if (found && !isAwayHere(person)) {
            return PresenceStatus.ONLINE;
        }
        for (var instance : others.values()) {
            var away = instance.people.get(person);
            if (Boolean.FALSE.equals(away)) {
                return PresenceStatus.ONLINE;
            }
            found |= away != null;
        }
        return found ? PresenceStatus.AWAY : PresenceStatus.OFFLINE;
    }

    boolean isHere(UserId person) {
        return here.containsKey(person);
    }

    /** Whether somebody who is connected here is at no device here. */
    boolean isAwayHere(UserId person) {
        return !here.getOrDefault(person, Map.of()).containsValue(false);
    }

    /** The people connected here; a copy. */
    Set<UserId> here() {
        return Set.copyOf(here.keySet());
    }

    boolean knows(UUID instance) {
        return others.containsKey(instance);
    }

    /** A connection that begins counts as a device with somebody at it; told again, nothing changes. */
    void connect(UserId person, UUID connection) {
        here.computeIfAbsent(person, p -> new HashMap<>()).putIfAbsent(connection, false);
    }

    /** Whether there was such a connection. */
    boolean disconnect(UserId person, UUID connection) {
        var connections = here.get(person);
        if (connections == null || connections.remove(connection) == null) {
            return false;
        }
        if (connections.isEmpty()) {
            here.remove(person);
        }
        return true;
    }

    /** Somebody is at the device, or not; of a connection that has ended nothing is kept. */
    void say(UserId person, UUID connection, boolean away) {
        here.getOrDefault(person, new HashMap<>())
                .computeIfPresent(connection, (c, before) -> away);
    }

    /** The same for all devices connected here. */
    void sayOfAll(UserId person, boolean away) {
        here.getOrDefault(person, new HashMap<>()).replaceAll((connection, before) -> away);
    }

    /** Takes note of what an instance says; about whom it may have said something new. */
    Set<UserId> hear(InstanceReport report, Instant now) {
        var instance = others.computeIfAbsent(report.instanceId(), unknown -> new Instance());
        instance.heardAt = now;
        var concerned = new HashSet<>(report.online());
        if (report.full()) {
            concerned.addAll(instance.people.keySet());
            instance.people.keySet().retainAll(report.online());
        }
        concerned.addAll(report.offline());
        instance.people.keySet().removeAll(report.offline());
        report.online()
                .forEach(person -> instance.people.put(person, report.away().contains(person)));
        return concerned;
    }

    /** Forgets instances that were not heard of since {@code silentSince}; who was there. */
    Set<UserId> forget(Instant silentSince) {
        var concerned = new HashSet<UserId>();
        others.values()
                .removeIf(
                        instance -> {
                            var silent = instance.heardAt.isBefore(silentSince);
                            if (silent) {
                                concerned.addAll(instance.people.keySet());
                            }
                            return silent;
                        });
        return concerned;
    }
}
