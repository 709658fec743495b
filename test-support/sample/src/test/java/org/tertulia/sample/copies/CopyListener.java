package org.tertulia.sample.copies;

import java.util.Objects;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.message.LogEntry;
import org.tertulia.contracts.message.MessagePosted;
import org.tertulia.starter.kafka.EventSubscription;
import org.tertulia.starter.kafka.ReceivedEvent;
import org.tertulia.starter.observability.TraceParents;
import reactor.core.publisher.Mono;

/** Copies every note it hears of. */
@Configuration(proxyBeanMethods = false)
class CopyListener {

    private final CopyRepository copies;
    private final Obstacles obstacles;
    private final TraceParents traces;

    CopyListener(CopyRepository copies, Obstacles obstacles, TraceParents traces) {
        this.copies = copies;
        this.obstacles = obstacles;
        this.traces = traces;
    }

    @Bean
    EventSubscription noteCopies() {
        return EventSubscription.ordered(
                "sample-service.copy-notes",
                Topics.MESSAGE_EVENTS,
                LogEntry.class,
                CopyListener::concerns,
                this::handle);
    }

    @Bean
    EventSubscription hearing(HeardNotes heard) {
        return EventSubscription.broadcast(
                "sample-heard", Topics.MESSAGE_EVENTS, heard::add, heard::positioned);
    }

    private static boolean concerns(LogEntry entry) {
        return !(entry instanceof MessagePosted posted)
                || !posted.text().startsWith(Obstacles.ASIDE);
    }

    private Mono<Void> handle(ReceivedEvent<LogEntry> received) {
        return received.event() instanceof MessagePosted posted
                ? obstacles.pass(posted.text()).then(Mono.defer(() -> copy(received.id(), posted)))
                : Mono.empty();
    }

    private Mono<Void> copy(UUID eventId, MessagePosted posted) {
        return copies.insertOnce(
                eventId, posted, Objects.requireNonNullElse(traces.current(), "none"));
    }
}
