package org.tertulia.message.presence;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tertulia.starter.id.IdGenerator;
import org.tertulia.starter.id.UserId;

/**
 * How people are shown: as online who is at a device of any instance, as away who is connected but at
 * none, as offline everybody else, and who wants to be invisible. Somebody who goes is shown as before for
 * a grace period, so that a reconnect, to this instance or another, is not told to anybody. Safe for use by
 * many threads; every call is short.
 */
@Component
public final class PresenceBoard implements OnlinePeople {

    private final UUID self;
    private final Clock clock;
    private final PresenceProperties properties;

    private final Whereabouts whereabouts = new Whereabouts();
    private final PresenceChoices choices = new PresenceChoices();

    /** As what those count who are connected, or were until just now. */
    private final Map<UserId, PresenceStatus> present = new HashMap<>();

    /** Since when people who are present are connected nowhere. */
    private final Map<UserId, Instant> goneSince = new HashMap<>();

    private final Set<UserId> toTell = new LinkedHashSet<>();

    /** What others have been told, of those they have not been told to be offline. */
    private final Map<UserId, ShownPresence> told = new HashMap<>();

    /** Of whom somebody may have been told something else. */
    private final Set<UserId> unsure = new HashSet<>();

    private final Set<UserId> toTellThemselves = new LinkedHashSet<>();
    private final Set<UserId> toReport = new LinkedHashSet<>();
    private final Map<UserId, SaidChoice> choicesToReport = new LinkedHashMap<>();
    private @Nullable Instant reportedInFull;

    PresenceBoard(IdGenerator ids, Clock clock, PresenceProperties properties) {
        this.self = ids.next();
        this.clock = clock;
        this.properties = properties;
    }

    /** A person has one more connection to this instance; {@code choice} is what the database has of them. */
    synchronized void connected(UserId person, UUID connection, PresenceChoice choice) {
        if (choices.hear(choice, clock.instant())) {
            choicesToReport.put(person, new SaidChoice(choice, null));
        }
        whereabouts.connect(person, connection);
        changedHere(person);
    }

    /** A connection to this instance has ended, if it was one. */
    synchronized void disconnected(UserId person, UUID connection) {
        if (whereabouts.disconnect(person, connection)) {
            changedHere(person);
        }
    }

    /** Somebody is at the device of a connection to this instance, or not. */
    synchronized void said(UserId person, UUID connection, boolean away) {
        whereabouts.say(person, connection, away);
        changedHere(person);
    }

    /**
     * A person has chosen anew, at this instance.
     *
     * @param away whether somebody is at the device of {@code connection}, or without one at all devices;
     *     null when that was not said
     */
    synchronized void chosen(
            PresenceChoice choice, @Nullable Boolean away, @Nullable UUID connection) {
        var said = new SaidChoice(choice, connection == null ? away : null);
        if (hear(said)) {
            choicesToReport.put(choice.userId(), said);
        }
        if (away != null && connection != null) {
            said(choice.userId(), connection, away);
        }
    }

    /** False when this choice or a later one is known. */
    private boolean hear(SaidChoice said) {
        var person = said.choice().userId();
        if (!choices.hear(said.choice(), clock.instant())) {
            return false;
        }
        if (said.away() != null) {
            whereabouts.sayOfAll(person, said.away());
            changedHere(person);
        }
        toTell.add(person);
        toTellThemselves.add(person);
        return true;
    }

    @Override
    public synchronized Set<UserId> online() {
        return present.keySet().stream()
                .filter(person -> shown(person).status() == PresenceStatus.ONLINE)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** How those of {@code people} are shown who are not offline. */
    synchronized List<PersonPresence> among(List<UserId> people) {
        people.stream().filter(this::isUntold).forEach(unsure::add);
        return people.stream()
                .map(person -> new PersonPresence(person, shown(person)))
                .filter(person -> person.shown().status() != PresenceStatus.OFFLINE)
                .toList();
    }

    /** What is about to be told and may be taken back before it is. */
    private boolean isUntold(UserId person) {
        return toTell.contains(person) && !shown(person).equals(toldOf(person));
    }

    private ShownPresence toldOf(UserId person) {
        return told.getOrDefault(person, ShownPresence.OFFLINE);
    }

    /** Whether others are not to know anything of the person. */
    public synchronized boolean isInvisible(UserId person) {
        return choices.of(person).invisible();
    }

    /** What the person has said, given what the database has of it. */
    synchronized OwnPresence own(PresenceChoice stored) {
        var known = choices.of(stored.userId());
        var choice = known.version() > stored.version() ? known : stored.at(clock.instant());
        return OwnPresence.of(choice, whereabouts.of(stored.userId()));
    }

    private ShownPresence shown(UserId person) {
        var status = present.get(person);
        var choice = choices.of(person);
        return status == null || choice.invisible()
                ? ShownPresence.OFFLINE
                : new ShownPresence(status, choice.text(), choice.emoji());
    }

    private void changedHere(UserId person) {
        toReport.add(person);
        review(person);
    }

    private void review(UserId person) {
        var status = whereabouts.of(person);
        if (status != PresenceStatus.OFFLINE) {
            goneSince.remove(person);
            present.put(person, status);
        } else if (present.containsKey(person)) {
            goneSince.putIfAbsent(person, clock.instant());
        }
        toTell.add(person);
    }

    /** Takes note of what an instance says; of this one it is known already. */
    synchronized void heard(InstanceReport report) {
        if (report.instanceId().equals(self)) {
            return;
        }
        if (!whereabouts.knows(report.instanceId())) {
            // It does not know who is here: told with the next report.
            reportedInFull = null;
        }
        report.chosen().forEach(this::hear);
        whereabouts.hear(report, clock.instant()).forEach(this::review);
    }

    /** Ends what has run out of time: choices, the grace of people, and instances not heard of. */
    synchronized void tick() {
        var now = clock.instant();
        var silentSince = now.minus(properties.forgetAfter());
        whereabouts.forget(silentSince).forEach(this::review);
        var graceOver = now.minus(properties.grace());
        goneSince
                .entrySet()
                .removeIf(
                        gone -> {
                            var over = !gone.getValue().isAfter(graceOver);
                            if (over) {
                                present.remove(gone.getKey());
                                toTell.add(gone.getKey());
                            }
                            return over;
                        });
        var ended = choices.end(now);
        toTell.addAll(ended);
        toTellThemselves.addAll(ended);
        choices.forget(person -> !present.containsKey(person), silentSince);
    }

    /** What has changed since the last call; at most {@code limit} of it, the rest with the next. */
    synchronized List<PresenceChange> takeChanges(int limit) {
        var changes = new ArrayList<PresenceChange>();
        var people = toTell.iterator();
        while (people.hasNext() && changes.size() < limit) {
            var person = people.next();
            people.remove();
            var shown = shown(person);
            if (isNews(person, shown) | unsure.remove(person)) {
                changes.add(new PresenceChange(person, shown));
            }
        }
        return changes;
    }

    private boolean isNews(UserId person, ShownPresence shown) {
        var before = toldOf(person);
        if (shown.equals(ShownPresence.OFFLINE)) {
            told.remove(person);
        } else {
            told.put(person, shown);
        }
        return !shown.equals(before);
    }

    /** Changes that could not be told after all; they are taken again. */
    synchronized void putBack(List<PresenceChange> changes) {
        changes.forEach(
                change -> {
                    toTell.add(change.userId());
                    unsure.add(change.userId());
                });
    }

    /** What people who are connected here have said since the last call, here or elsewhere. */
    synchronized Map<UserId, OwnPresence> takeOwn() {
        toTellThemselves.removeIf(person -> !whereabouts.isHere(person));
        var own =
                toTellThemselves.stream()
                        .collect(Collectors.toMap(p -> p, p -> own(PresenceChoice.none(p))));
        toTellThemselves.clear();
        return own;
    }

    /** What the other instances are to be told now; null when there is nothing. */
    synchronized @Nullable InstanceReport takeReport() {
        var now = clock.instant();
        if (reportedInFull == null || !now.isBefore(reportedInFull.plus(properties.fullEvery()))) {
            reportedInFull = now;
            var here = whereabouts.here();
            here.forEach(person -> choicesToReport.computeIfAbsent(person, this::chosenBefore));
            return report(true, here, Set.of());
        }
        if (toReport.isEmpty() && choicesToReport.isEmpty()) {
            return null;
        }
        var online = new HashSet<>(toReport);
        online.removeIf(person -> !whereabouts.isHere(person));
        var offline = new HashSet<>(toReport);
        offline.removeAll(online);
        return report(false, online, offline);
    }

    private @Nullable SaidChoice chosenBefore(UserId person) {
        var choice = choices.of(person);
        return choice.version() == 0 ? null : new SaidChoice(choice, null);
    }

    private InstanceReport report(
            boolean full, Collection<UserId> online, Collection<UserId> offline) {
        var away =
                online.stream()
                        .filter(whereabouts::isAwayHere)
                        .collect(Collectors.toUnmodifiableSet());
        var chosen = List.copyOf(choicesToReport.values());
        toReport.clear();
        choicesToReport.clear();
        return new InstanceReport(
                self, full, Set.copyOf(online), Set.copyOf(offline), away, chosen);
    }

    /** The last report: nobody is here any more. */
    InstanceReport farewell() {
        return new InstanceReport(self, true, Set.of(), Set.of(), Set.of(), List.of());
    }
}
