package org.tertulia.message.posting;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.tertulia.message.concurrent.Lanes;
import org.tertulia.starter.outbox.OutboxSignal;
import reactor.core.publisher.Mono;

/** The lanes; a chat always takes the same one, so that its messages keep their order. */
@Component
final class CommitLanes extends Lanes<CommitLane> {

    CommitLanes(
            MessageLog messages,
            OutboxSignal outbox,
            ApplicationEventPublisher events,
            Clock clock,
            PostingProperties properties,
            MeterRegistry meters) {
        super(
                Stream.generate(
                                () ->
                                        new CommitLane(
                                                messages,
                                                outbox,
                                                events::publishEvent,
                                                clock,
                                                properties))
                        .limit(properties.lanes())
                        .toList());
        Gauge.builder("message.post.waiting", this, CommitLanes::size)
                .description("Messages that wait for their commit")
                .register(meters);
    }

    /** What became of {@code post}, after the commit. Fails with service-unavailable. */
    Mono<AppendOutcome> append(Post post) {
        return of(post.chatId()).append(post);
    }
}
