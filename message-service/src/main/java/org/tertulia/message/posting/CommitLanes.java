package org.tertulia.message.posting;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.tertulia.message.config.ServicePhases;
import org.tertulia.starter.outbox.OutboxSignal;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The lanes; a chat always takes the same one, so that its messages keep their order. Stops before the
 * web server does, and after the connections have been told.
 */
@Component
final class CommitLanes implements SmartLifecycle {

    private static final Duration STOP_POLL = Duration.ofMillis(20);
    private static final int STOP_POLLS = 100;

    private final List<CommitLane> lanes;

    CommitLanes(
            MessageLog messages,
            OutboxSignal outbox,
            ApplicationEventPublisher events,
            Clock clock,
            PostingProperties properties,
            MeterRegistry meters) {
        this.lanes =
                Stream.generate(
                                () ->
                                        new CommitLane(
                                                messages,
                                                outbox,
                                                events::publishEvent,
                                                clock,
                                                properties))
                        .limit(properties.lanes())
                        .toList();
        Gauge.builder("message.post.waiting", this, CommitLanes::size)
                .description("Messages that wait for their commit")
                .register(meters);
    }

    /** What became of {@code post}, after the commit. Fails with service-unavailable. */
    Mono<AppendOutcome> append(Post post) {
        return lanes.get(Math.floorMod(post.chatId().hashCode(), lanes.size())).append(post);
    }

    @Override
    public void start() {
        lanes.forEach(CommitLane::start);
    }

    @Override
    public void stop() {
        lanes.forEach(CommitLane::stop);
    }

    /** Waits for what is under way, within a bound. */
    @Override
    public void stop(Runnable stopped) {
        stop();
        Flux.interval(Duration.ZERO, STOP_POLL)
                .take(STOP_POLLS)
                .takeUntil(poll -> lanes.stream().allMatch(CommitLane::isIdle))
                .doFinally(end -> stopped.run())
                .subscribe();
    }

    @Override
    public boolean isRunning() {
        return lanes.stream().anyMatch(CommitLane::isRunning);
    }

    @Override
    public int getPhase() {
        return ServicePhases.POSTING;
    }

    private int size() {
        return lanes.stream().mapToInt(CommitLane::size).sum();
    }
}
