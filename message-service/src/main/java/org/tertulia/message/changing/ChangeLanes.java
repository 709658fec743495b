package org.tertulia.message.changing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.tertulia.message.config.ServicePhases;
import org.tertulia.starter.outbox.OutboxSignal;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The lanes in which changes are made; a chat always takes the same one. So changes of one chat keep their order, do
 * not wait for each other inside the database, and never take more of its connections than there are lanes. Stops
 * before the web server does, and after the connections have been told.
 */
@Component
final class ChangeLanes implements SmartLifecycle {

    private static final Duration STOP_POLL = Duration.ofMillis(20);
    private static final int STOP_POLLS = 100;

    private final ChangeRepository repository;
    private final OutboxSignal outbox;
    private final Clock clock;
    private final List<ChangeLane> lanes;

    ChangeLanes(
            ChangeRepository repository,
            OutboxSignal outbox,
            Clock clock,
            ChangingProperties properties,
            MeterRegistry meters) {
        this.repository = repository;
        this.outbox = outbox;
        this.clock = clock;
        this.lanes =
                Stream.generate(() -> new ChangeLane(properties))
                        .limit(properties.lanes())
                        .toList();
        Gauge.builder("message.change.waiting", this, ChangeLanes::size)
                .description("Changes of messages that wait for their turn")
                .register(meters);
    }

    /** What became of {@code order}, after the commit. When it fails, it may have been committed. */
    Mono<ChangeOutcome> apply(ChangeOrder order) {
        return lanes.get(Math.floorMod(order.change().chatId().hashCode(), lanes.size()))
                .inTurn(Mono.defer(() -> commit(order)));
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

    @Override
    public void start() {
        lanes.forEach(ChangeLane::start);
    }

    @Override
    public void stop() {
        lanes.forEach(ChangeLane::stop);
    }

    /** Waits for what is under way, within a bound. */
    @Override
    public void stop(Runnable stopped) {
        stop();
        Flux.interval(Duration.ZERO, STOP_POLL)
                .take(STOP_POLLS)
                .takeUntil(poll -> lanes.stream().allMatch(ChangeLane::isIdle))
                .doFinally(end -> stopped.run())
                .subscribe();
    }

    @Override
    public boolean isRunning() {
        return lanes.stream().anyMatch(ChangeLane::isRunning);
    }

    @Override
    public int getPhase() {
        return ServicePhases.POSTING;
    }

    private int size() {
        return lanes.stream().mapToInt(ChangeLane::size).sum();
    }
}
