package org.tertulia.scheduler.scheduled;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tertulia.scheduler.clockwork.DueWork;
import org.tertulia.scheduler.clockwork.FiringProperties;
import org.tertulia.starter.outbox.Outbox;
import reactor.core.publisher.Mono;

/**
 * Hands over the messages whose time has come. That they are on their way, and the events that tell the message service, are
 * one transaction under their row locks, so each is handed over once, whichever instance dies when.
 *
 * <p>Instances take turns, a batch each: so what is due first leaves first, and messages for one chat are posted in the order
 * in which they are due.
 */
@Component
final class DueMessages implements DueWork {

    private final DueMessageRepository messages;
    private final Outbox outbox;
    private final FiringProperties properties;
    private final TransactionalOperator transactions;
    private final Clock clock;
    private final Timer lateness;

    DueMessages(
            DueMessageRepository messages,
            Outbox outbox,
            FiringProperties properties,
            TransactionalOperator transactions,
            Clock clock,
            MeterRegistry meters) {
        this.messages = messages;
        this.outbox = outbox;
        this.properties = properties;
        this.transactions = transactions;
        this.clock = clock;
        lateness =
                Timer.builder("scheduler.scheduled-messages.lateness")
                        .description("From when a message was due until it was handed over")
                        .register(meters);
    }

    @Override
    public String name() {
        return "scheduled messages";
    }

    @Override
    public Mono<Boolean> fireBatch() {
        return Mono.defer(() -> fire(now()))
                .as(transactions::transactional)
                .doOnNext(fired -> fired.forEach(this::record))
                .map(fired -> fired.size() == properties.batchSize())
                .defaultIfEmpty(false);
    }

    private Mono<List<ScheduledMessage>> fire(Instant now) {
        return messages.takeTurn()
                .filter(mine -> mine)
                .flatMapMany(_ -> messages.claimDue(now, properties.batchSize()))
                .collectList()
                .filter(claimed -> !claimed.isEmpty())
                .flatMap(claimed -> handOver(claimed, now).thenReturn(claimed));
    }

    private Mono<Void> handOver(List<ScheduledMessage> claimed, Instant now) {
        var events = claimed.stream().map(it -> ScheduledMessageEvents.due(it, now)).toList();
        return messages.markSending(claimed, now)
                .then(Mono.defer(() -> outbox.appendAll(ScheduledMessageEvents.TOPIC, events)));
    }

    private void record(ScheduledMessage fired) {
        lateness.record(Duration.between(fired.dueAt(), clock.instant()));
    }

    @Override
    public Mono<Duration> untilNext() {
        return messages.earliest().map(next -> Duration.between(clock.instant(), next));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
