package org.tertulia.starter.outbox;

import java.util.List;
import org.tertulia.contracts.TertuliaEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where a use case leaves its events. */
@FunctionalInterface
public interface Outbox {

    /**
     * Publishes {@code event} on {@code topic} if, and only if, the caller's transaction commits; then at
     * least once, in order per aggregate. Fails when there is no transaction. Events of one aggregate
     * must be appended under that aggregate's row lock.
     */
    Mono<Void> append(String topic, TertuliaEvent event);

    /** The same for several events, in this order; {@link PostgresOutbox} takes one statement for all of them. */
    default Mono<Void> appendAll(String topic, List<? extends TertuliaEvent> events) {
        return Flux.fromIterable(events).concatMap(event -> append(topic, event), 1).then();
    }
}
