package org.tertulia.scheduler.reminders;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tertulia.scheduler.audience.Audience;
import org.tertulia.starter.id.IdGenerator;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** Reminders that have fired, made by a test and not by time. */
@TestComponent
public class FiredInATest {

    private final ReminderLedger ledger;
    private final IdGenerator ids;
    private final TransactionalOperator transactions;

    FiredInATest(ReminderLedger ledger, IdGenerator ids, TransactionalOperator transactions) {
        this.ledger = ledger;
        this.ids = ids;
        this.transactions = transactions;
    }

    /** One that somebody completed after it had fired; its id. */
    public Mono<UUID> completed(UUID owner, Instant now) {
        var reminder = fired(owner, now);
        return ledger.add(reminder)
                .then(Mono.defer(() -> ledger.replace(reminder, reminder.completed(now))))
                .map(it -> it.id().value())
                .as(transactions::transactional);
    }

    private Reminder fired(UUID owner, Instant now) {
        return new Reminder(
                new ReminderId(ids.next()),
                new UserId(owner),
                new Audience.Self(),
                "Call Ana",
                null,
                Timing.once(now, ZoneId.of("UTC"), IfLate.FIRE).ended(),
                ReminderState.FIRED,
                new Firing(ids.next(), now, now),
                2,
                now,
                now);
    }
}
