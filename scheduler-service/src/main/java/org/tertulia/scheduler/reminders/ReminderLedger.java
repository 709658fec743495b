package org.tertulia.scheduler.reminders;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.outbox.Outbox;
import reactor.core.publisher.Mono;

/**
 * The stored reminders. What others are to know of a change is announced with it, in the caller's transaction and under the
 * reminder's row lock, so that the events of a reminder come in order.
 */
@Component
public final class ReminderLedger {

    private final ReminderRepository reminders;
    private final FiringRepository firings;
    private final Outbox outbox;

    ReminderLedger(ReminderRepository reminders, FiringRepository firings, Outbox outbox) {
        this.reminders = reminders;
        this.firings = firings;
        this.outbox = outbox;
    }

    /**
     * A reminder whose time has come.
     *
     * @param reminder as it was
     * @param firing what is told of it; null when what was missed is passed over
     * @param after what is to come
     */
    public record Due(Reminder reminder, @Nullable Firing firing, Timing after) {

        Reminder fired() {
            return reminder.fired(Objects.requireNonNull(firing), after);
        }

        Reminder passedOver(Instant now) {
            return reminder.passedOver(after, now);
        }
    }

    /**
     * How many reminders somebody has that are not completed.
     *
     * @param total all of them
     * @param forOthers those that remind others
     */
    public record Active(long total, long forOthers) {}

    /** Somebody's reminder; empty when they have none of this id. */
    public Mono<Reminder> find(UserId owner, ReminderId id) {
        return reminders.find(owner, id);
    }

    /** The same, locked until the end of the transaction. */
    public Mono<Reminder> lock(UserId owner, ReminderId id) {
        return reminders.lock(owner, id);
    }

    /**
     * Somebody's reminders, newest first.
     *
     * @param state only those in this state; null for all
     * @param before only those made before this one; null from the newest on
     */
    public Mono<List<Reminder>> page(
            UserId owner, @Nullable ReminderState state, @Nullable ReminderId before, int limit) {
        return reminders.page(owner, state, before, limit).collectList();
    }

    /** Those of a person that are to come, the soonest first, {@code limit} at most, from behind that place on. */
    public Mono<List<Reminder>> waiting(UserId owner, @Nullable WaitingPosition after, int limit) {
        return reminders.waiting(owner, after, limit).collectList();
    }

    /** Those of a person that have an occurrence to come, the soonest first, {@code limit} at most. */
    public Mono<List<Reminder>> coming(UserId owner, int limit) {
        return reminders.coming(owner, limit).collectList();
    }

    /** How many of somebody's reminders are not completed; until the end of the transaction nobody else asks. */
    public Mono<Active> lockActive(UserId owner) {
        return reminders.lockPerson(owner).then(Mono.defer(() -> reminders.countActive(owner)));
    }

    /** Stores a new reminder. */
    public Mono<Void> add(Reminder reminder) {
        return reminders.insert(reminder);
    }

    /** Stores the next version of a locked reminder; the same version is left alone. The version that is stored. */
    public Mono<Reminder> replace(Reminder before, Reminder after) {
        if (after.version() == before.version()) {
            return Mono.just(before);
        }
        return reminders
                .update(List.of(after))
                .then(Mono.defer(() -> settled(before, after)))
                .thenReturn(after);
    }

    private Mono<Void> settled(Reminder before, Reminder after) {
        return before.isShown() && !after.isShown()
                ? outbox.append(
                        ReminderEvents.TOPIC, ReminderEvents.settled(before, after.changedAt()))
                : Mono.empty();
    }

    /** Deletes a locked reminder. */
    public Mono<Void> remove(Reminder reminder, Instant now) {
        var told =
                reminder.isShown()
                        ? outbox.append(ReminderEvents.TOPIC, ReminderEvents.settled(reminder, now))
                        : Mono.<Void>empty();
        return reminders.delete(reminder.id()).then(told);
    }

    /** Some of the reminders whose time has come, earliest first, locked; those that others have locked are left out. */
    public Mono<List<Reminder>> claimDue(Instant now, int limit) {
        return reminders.claimDue(now, limit).collectList();
    }

    /** When the next reminder of all is due; empty when none is. */
    public Mono<Instant> earliest() {
        return reminders.earliest();
    }

    /** Fires what was claimed, and passes the rest over; what was told. An occurrence that has fired before is passed over. */
    public Mono<List<Firing>> moveOn(List<Due> claimed, Instant now) {
        return firings.insert(claimed.stream().filter(due -> due.firing() != null).toList())
                .collect(Collectors.toSet())
                .flatMap(firing -> moveOn(claimed, firing, now));
    }

    private Mono<List<Firing>> moveOn(List<Due> claimed, Set<ReminderId> firing, Instant now) {
        var fired =
                claimed.stream()
                        .filter(due -> firing.contains(due.reminder().id()))
                        .map(Due::fired)
                        .toList();
        var passed =
                claimed.stream()
                        .filter(due -> !firing.contains(due.reminder().id()))
                        .map(due -> due.passedOver(now))
                        .toList();
        return reminders
                .update(fired)
                .then(Mono.defer(() -> reminders.update(passed)))
                .then(Mono.defer(() -> announced(fired)))
                .thenReturn(
                        fired.stream().map(Reminder::lastFiring).filter(Objects::nonNull).toList());
    }

    /** Ends what was claimed of reminders whose owners may not remind these any more; they are told. */
    public Mono<Void> refuse(List<Reminder> claimed, Instant now) {
        if (claimed.isEmpty()) {
            return Mono.empty();
        }
        var told = claimed.stream().map(it -> ReminderEvents.refused(it, now)).toList();
        return reminders
                .update(claimed.stream().map(it -> it.refused(now)).toList())
                .then(Mono.defer(() -> outbox.appendAll(ReminderEvents.TOPIC, told)));
    }

    private Mono<Void> announced(List<Reminder> fired) {
        return outbox.appendAll(
                ReminderEvents.TOPIC, fired.stream().map(ReminderEvents::fired).toList());
    }
}
