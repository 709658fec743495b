package org.tertulia.scheduler.firing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tertulia.scheduler.audience.Audiences;
import org.tertulia.scheduler.audience.Audiences.Addressing;
import org.tertulia.scheduler.clockwork.DueWork;
import org.tertulia.scheduler.clockwork.FiringProperties;
import org.tertulia.scheduler.reminders.Firing;
import org.tertulia.scheduler.reminders.Reminder;
import org.tertulia.scheduler.reminders.ReminderLedger;
import org.tertulia.scheduler.reminders.ReminderLedger.Due;
import org.tertulia.starter.id.IdGenerator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Fires reminders whose time has come. What fires, when it comes next, and the event that tells are one transaction under
 * the reminders' row locks, so each occurrence fires once, whichever instance dies when. Whether its owner may still remind
 * whom it is for is asked then, too.
 */
@Component
final class DueReminders implements DueWork {

    private final ReminderLedger ledger;
    private final Audiences audiences;
    private final FiringProperties properties;
    private final FiringMetrics metrics;
    private final TransactionalOperator transactions;
    private final IdGenerator ids;
    private final Clock clock;

    DueReminders(
            ReminderLedger ledger,
            Audiences audiences,
            FiringProperties properties,
            FiringMetrics metrics,
            TransactionalOperator transactions,
            IdGenerator ids,
            Clock clock) {
        this.ledger = ledger;
        this.audiences = audiences;
        this.properties = properties;
        this.metrics = metrics;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /** What became of a batch: how many reminders it had, and what it told of them. */
    private record Batch(int size, List<Firing> told) {}

    @Override
    public String name() {
        return "reminders";
    }

    @Override
    public Mono<Boolean> fireBatch() {
        return Mono.defer(() -> fire(now()))
                .as(transactions::transactional)
                .doOnNext(batch -> batch.told().forEach(metrics::fired))
                .map(batch -> batch.size() == properties.batchSize())
                .defaultIfEmpty(false);
    }

    private Mono<Batch> fire(Instant now) {
        return ledger.claimDue(now, properties.batchSize())
                .filter(claimed -> !claimed.isEmpty())
                .flatMap(
                        claimed ->
                                allowed(claimed, now)
                                        .flatMap(allowed -> elapsed(allowed, now))
                                        .flatMap(due -> ledger.moveOn(due, now))
                                        .map(told -> new Batch(claimed.size(), told)));
    }

    /** Those that may be told; the others end. */
    private Mono<List<Reminder>> allowed(List<Reminder> claimed, Instant now) {
        return audiences
                .refused(claimed.stream().map(DueReminders::addressing).toList())
                .flatMap(
                        refused ->
                                ledger.refuse(among(refused, claimed, true), now)
                                        .thenReturn(among(refused, claimed, false)));
    }

    private static List<Reminder> among(
            Set<Addressing> some, List<Reminder> claimed, boolean among) {
        return claimed.stream().filter(it -> some.contains(addressing(it)) == among).toList();
    }

    private static Addressing addressing(Reminder reminder) {
        return new Addressing(reminder.owner(), reminder.audience());
    }

    /** Away from the event loop: a rule takes up to a millisecond to be followed. */
    private Mono<List<Due>> elapsed(List<Reminder> claimed, Instant now) {
        return Mono.fromCallable(() -> claimed.stream().map(it -> due(it, now)).toList())
                .subscribeOn(Schedulers.parallel());
    }

    private Due due(Reminder reminder, Instant now) {
        var elapsed = reminder.elapsed(now, properties.grace());
        var dueAt = elapsed.fires();
        var firing = dueAt == null ? null : new Firing(ids.next(), dueAt, now);
        return new Due(reminder, firing, elapsed.after());
    }

    @Override
    public Mono<Duration> untilNext() {
        return ledger.earliest().map(next -> Duration.between(clock.instant(), next));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
