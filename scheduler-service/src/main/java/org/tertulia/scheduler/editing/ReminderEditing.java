package org.tertulia.scheduler.editing;

import java.time.Instant;
import java.util.Objects;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tertulia.scheduler.clockwork.WakeUps;
import org.tertulia.scheduler.recurrence.Recurrence;
import org.tertulia.scheduler.reminders.Reminder;
import org.tertulia.scheduler.reminders.ReminderId;
import org.tertulia.scheduler.reminders.ReminderLedger;
import org.tertulia.scheduler.reminders.Timing;
import org.tertulia.scheduler.zones.TimeZones;
import org.tertulia.starter.security.Actor;
import org.tertulia.starter.web.IfMatch;
import reactor.core.publisher.Mono;

/**
 * Changes the caller's reminders, each under its row lock: a change and a firing of the same reminder come one after the
 * other. Everything fails with {@link ReminderNotFound} for what is not the caller's, and with precondition-failed.
 */
@Component
final class ReminderEditing {

    private final ReminderLedger ledger;
    private final ReminderTimes times;
    private final TransactionalOperator transactions;
    private final WakeUps wakeUps;

    ReminderEditing(
            ReminderLedger ledger,
            ReminderTimes times,
            TransactionalOperator transactions,
            WakeUps wakeUps) {
        this.ledger = ledger;
        this.times = times;
        this.transactions = transactions;
        this.wakeUps = wakeUps;
    }

    /** As it is. */
    Mono<Reminder> read(Actor actor, ReminderId id) {
        return ledger.find(actor.userId(), id)
                .switchIfEmpty(Mono.error(() -> new ReminderNotFound(id)));
    }

    /**
     * Says something else, or is due at other times; with another time, what it told counts as seen to. Fails with
     * validation-failed and {@link ReminderCompleted}.
     */
    Mono<Reminder> change(
            Actor actor, ReminderId id, ChangeReminderRequest request, IfMatch ifMatch) {
        return changed(
                actor, id, ifMatch, (reminder, now) -> changed(going(reminder), request, now));
    }

    private Reminder changed(Reminder reminder, ChangeReminderRequest request, Instant now) {
        var text = request.text() == null ? reminder.text() : ReminderText.of(request.text());
        var ifLate = Objects.requireNonNullElse(request.ifLate(), reminder.timing().ifLate());
        var timing = timing(reminder.timing().treated(ifLate), request);
        return reminder.changed(text, timing, now);
    }

    private Timing timing(Timing timing, ChangeReminderRequest request) {
        var zone = request.zone() == null ? null : TimeZones.of("zone", request.zone());
        var recurrence = timing.recurrence();
        if (request.dueAt() != null || request.recurrence() != null) {
            var told = zone == null && request.recurrence() == null ? timing.zone() : zone;
            return times.timing(request.dueAt(), request.recurrence(), told, timing.ifLate());
        }
        if (zone == null || zone.equals(timing.zone())) {
            return timing;
        }
        return recurrence == null
                ? timing.in(zone)
                : times.recurring(
                        new Recurrence(recurrence.rule(), recurrence.start(), zone),
                        timing.ifLate());
    }

    /** Fires then: again, when it has; later, when it has not. Fails with validation-failed and {@link ReminderCompleted}. */
    Mono<Reminder> snooze(Actor actor, ReminderId id, SnoozeRequest request, IfMatch ifMatch) {
        return changed(
                actor,
                id,
                ifMatch,
                (reminder, now) -> going(reminder).snoozed(times.until(request), now));
    }

    /** Leaves its next occurrence out. Fails with {@link NotRecurring} and {@link ReminderCompleted}. */
    Mono<Reminder> skip(Actor actor, ReminderId id, IfMatch ifMatch) {
        return changed(
                actor, id, ifMatch, (reminder, now) -> recurring(going(reminder)).skipping(now));
    }

    /** Has seen to it. One that recurs goes on, any other is over. */
    Mono<Reminder> complete(Actor actor, ReminderId id, IfMatch ifMatch) {
        return changed(actor, id, ifMatch, Reminder::completed);
    }

    /** Is gone, with all its occurrences. */
    Mono<Void> delete(Actor actor, ReminderId id, IfMatch ifMatch) {
        return locked(actor, id, ifMatch)
                .flatMap(reminder -> ledger.remove(reminder, times.now()))
                .as(transactions::transactional);
    }

    private Mono<Reminder> changed(
            Actor actor,
            ReminderId id,
            IfMatch ifMatch,
            BiFunction<Reminder, Instant, Reminder> change) {
        return locked(actor, id, ifMatch)
                .flatMap(reminder -> ledger.replace(reminder, change.apply(reminder, times.now())))
                .as(transactions::transactional)
                .doOnNext(_ -> wakeUps.wake());
    }

    private Mono<Reminder> locked(Actor actor, ReminderId id, IfMatch ifMatch) {
        return ledger.lock(actor.userId(), id)
                .switchIfEmpty(Mono.error(() -> new ReminderNotFound(id)))
                .doOnNext(reminder -> ifMatch.require(reminder.version()));
    }

    private static Reminder going(Reminder reminder) {
        if (reminder.isCompleted()) {
            throw new ReminderCompleted();
        }
        return reminder;
    }

    private static Reminder recurring(Reminder reminder) {
        if (reminder.timing().recurrence() == null) {
            throw new NotRecurring();
        }
        return reminder;
    }
}
