package org.tertulia.message.changing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tertulia.message.concurrent.Lanes;
import org.tertulia.starter.outbox.OutboxSignal;
import reactor.core.publisher.Mono;

/**
 * The lanes in which changes are made; a chat always takes the same one. So changes of one chat keep their order, do
 * not wait for each other inside the database, and never take more of its connections than there are lanes.
 */
@Component
final class ChangeLanes extends Lanes<ChangeLane> {

    private final ChangeRepository repository;
    private final OutboxSignal outbox;
    private final Clock clock;

    ChangeLanes(
            ChangeRepository repository,
            OutboxSignal outbox,
            Clock clock,
            ChangingProperties properties,
            MeterRegistry meters) {
        super(Stream.generate(() -> new ChangeLane(properties)).limit(properties.lanes()).toList());
        this.repository = repository;
        this.outbox = outbox;
        this.clock = clock;
        Gauge.builder("message.change.waiting", this, ChangeLanes::size)
                .description("Changes of messages that wait for their turn")
                .register(meters);
    }

    /** What became of {@code order}, after the commit. When it fails, it may have been committed. */
    Mono<ChangeOutcome> apply(ChangeOrder order) {
        return of(order.change().chatId()).inTurn(Mono.defer(() -> commit(order)));
    }

    private Mono<ChangeOutcome> commit(ChangeOrder order) {
        return repository
                .apply(order, clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .doOnNext(this::announce);
    }

    private void announce(ChangeOutcome outcome) {
        if (outcome.kind() == ChangeOutcome.Kind.CHANGED) {
            outbox.wake();
        }
    }
}
