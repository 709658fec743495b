package org.tertulia.scheduler.editing;

import org.springframework.stereotype.Component;
import org.tertulia.scheduler.audience.Audiences;
import org.tertulia.scheduler.reminders.Reminder;
import org.tertulia.scheduler.reminders.ReminderLedger;
import org.tertulia.scheduler.reminders.ReminderLedger.Active;
import reactor.core.publisher.Mono;

/** Stores new reminders of people who have not too many yet, and may remind whom these are for. */
@Component
final class ReminderAdmission {

    private final ReminderLedger ledger;
    private final Audiences audiences;
    private final ReminderProperties properties;

    ReminderAdmission(ReminderLedger ledger, Audiences audiences, ReminderProperties properties) {
        this.ledger = ledger;
        this.audiences = audiences;
        this.properties = properties;
    }

    /** The reminder, stored; in the caller's transaction. Fails with audience-refused and {@link TooManyReminders}. */
    Mono<Reminder> admit(Reminder reminder) {
        return audiences
                .require(reminder.owner(), reminder.audience())
                .then(Mono.defer(() -> ledger.lockActive(reminder.owner())))
                .doOnNext(active -> requireRoom(reminder, active))
                .then(Mono.defer(() -> ledger.add(reminder)))
                .thenReturn(reminder);
    }

    private void requireRoom(Reminder reminder, Active active) {
        if (active.total() >= properties.maxActive()) {
            throw TooManyReminders.ofAll(properties.maxActive());
        }
        if (reminder.audience().isOthers() && active.forOthers() >= properties.maxForOthers()) {
            throw TooManyReminders.forOthers(properties.maxForOthers());
        }
    }
}
