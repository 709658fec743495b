package org.tertulia.message.presence;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tertulia.starter.id.IdGenerator;
import org.tertulia.starter.id.UserId;

/**
 * Who is online: whoever has a connection to any instance. Somebody who goes counts as online for a grace
 * period, so that a reconnect, to this instance or another, is not told to anybody. Safe for use by many
 * threads; every call is short.
 */
@Component
public final class PresenceBoard implements OnlinePeople {

    /** What is known of another instance. */
    private static final class Instance {
        private final Set<UserId> people = new HashSet<>();
        private Instant heardAt = Instant.EPOCH;
    }

    private final UUID self;
    private final Clock clock;
    private final PresenceProperties properties;

    private final Map<UserId, Integer> connections = new HashMap<>();
    private final Map<UUID, Instance> others = new HashMap<>();

    /** In how many instances a person is. */
    private final Map<UserId, Integer> places = new HashMap<>();

    /** Since when people who count as online are in no instance. */
    private final Map<UserId, Instant> goneSince = new HashMap<>();

    private final Set<UserId> online = new HashSet<>();
    private final Set<UserId> toTell = new LinkedHashSet<>();
    private final Set<UserId> toReport = new LinkedHashSet<>();
    private @Nullable Instant reportedInFull;

    PresenceBoard(IdGenerator ids, Clock clock, PresenceProperties properties) {
        this.self = ids.next();
        this.clock = clock;
        this.properties = properties;
    }

    /** A person has one more connection to this instance. */
    public synchronized void connected(UserId person) {
        if (connections.merge(person, 1, Integer::sum) == 1) {
            arrive(person);
            toReport.add(person);
        }
    }

    /** A person has one connection to this instance less. */
    public synchronized void disconnected(UserId person) {
        if (connections.computeIfPresent(person, (p, count) -> count == 1 ? null : count - 1)
                == null) {
            leave(person);
            toReport.add(person);
        }
    }

    @Override
    public synchronized Set<UserId> online() {
        return Set.copyOf(online);
    }

    /** Those of {@code people} who are online. */
    public synchronized List<UserId> onlineAmong(List<UserId> people) {
        return people.stream().filter(online::contains).toList();
    }

    /** Takes note of what an instance says; of this one it is known already. */
    synchronized void heard(InstanceReport report) {
        if (report.instanceId().equals(self)) {
            return;
        }
        var instance =
                others.computeIfAbsent(
                        report.instanceId(),
                        unknown -> {
                            // It does not know who is here: told with the next report.
                            reportedInFull = null;
                            return new Instance();
                        });
        instance.heardAt = clock.instant();
        if (report.full()) {
            var gone = new HashSet<>(instance.people);
            gone.removeAll(report.online());
            depart(instance, gone);
        }
        report.online().stream().filter(instance.people::add).forEach(this::arrive);
        depart(instance, report.offline());
    }

    /** Ends what has run out of time: the grace of people, and instances not heard of. */
    synchronized void tick() {
        var now = clock.instant();
        var silentSince = now.minus(properties.forgetAfter());
        others.values()
                .removeIf(
                        instance -> {
                            var silent = instance.heardAt.isBefore(silentSince);
                            if (silent) {
                                depart(instance, Set.copyOf(instance.people));
                            }
                            return silent;
                        });
        var graceOver = now.minus(properties.grace());
        goneSince
                .entrySet()
                .removeIf(
                        gone -> {
                            var over = !gone.getValue().isAfter(graceOver);
                            if (over) {
                                online.remove(gone.getKey());
                                toTell.add(gone.getKey());
                            }
                            return over;
                        });
    }

    /** What has changed since the last call; at most {@code limit} of it, the rest with the next. */
    synchronized List<PresenceChange> takeChanges(int limit) {
        var changes = new ArrayList<PresenceChange>();
        var people = toTell.iterator();
        while (people.hasNext() && changes.size() < limit) {
            var person = people.next();
            people.remove();
            changes.add(new PresenceChange(person, online.contains(person)));
        }
        return changes;
    }

    /** Changes that could not be told after all; they are taken again. */
    synchronized void putBack(List<PresenceChange> changes) {
        changes.forEach(change -> toTell.add(change.userId()));
    }

    /** What the other instances are to be told now; null when there is nothing. */
    synchronized @Nullable InstanceReport takeReport() {
        var now = clock.instant();
        if (reportedInFull == null || !now.isBefore(reportedInFull.plus(properties.fullEvery()))) {
            reportedInFull = now;
            toReport.clear();
            return new InstanceReport(self, true, connections.keySet(), Set.of());
        }
        if (toReport.isEmpty()) {
            return null;
        }
        var came = new HashSet<>(toReport);
        came.retainAll(connections.keySet());
        var left = new HashSet<>(toReport);
        left.removeAll(came);
        toReport.clear();
        return new InstanceReport(self, false, came, left);
    }

    /** The last report: nobody is here any more. */
    InstanceReport farewell() {
        return new InstanceReport(self, true, Set.of(), Set.of());
    }

    private void arrive(UserId person) {
        places.merge(person, 1, Integer::sum);
        goneSince.remove(person);
        if (online.add(person)) {
            toTell.add(person);
        }
    }

    private void leave(UserId person) {
        if (places.computeIfPresent(person, (p, count) -> count == 1 ? null : count - 1) == null) {
            goneSince.put(person, clock.instant());
        }
    }

    private void depart(Instance instance, Set<UserId> people) {
        people.stream().filter(instance.people::remove).forEach(this::leave);
    }
}
