package org.tertulia.starter.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.kafka.core.ProducerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Hands rows to Kafka in their order and waits until all replicas in sync have them. */
final class EventProducer {

    private final ProducerFactory<String, byte[]> producers;
    private final String source;
    private final Scheduler scheduler;

    /** {@code scheduler} may block: the producer waits for topic metadata on the calling thread. */
    EventProducer(ProducerFactory<String, byte[]> producers, String source, Scheduler scheduler) {
        this.producers = producers;
        this.source = source;
        this.scheduler = scheduler;
    }

    /** Completes when every row is acknowledged; fails when one is not, and the rest is not known. */
    Mono<Void> publish(List<OutboxRow> rows) {
        return Mono.defer(() -> Mono.fromFuture(send(rows))).subscribeOn(scheduler);
    }

    private CompletableFuture<Void> send(List<OutboxRow> rows) {
        var producer = producers.createProducer();
        var pending = new ArrayList<CompletableFuture<Void>>(rows.size());
        for (var row : rows) {
            var acknowledged = send(producer, row);
            pending.add(acknowledged);
            if (acknowledged.isCompletedExceptionally()) {
                break;
            }
        }
        return CompletableFuture.allOf(pending.toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<Void> send(Producer<String, byte[]> producer, OutboxRow row) {
        var acknowledged = new CompletableFuture<Void>();
        var unused =
                producer.send(
                        row.toRecord(source),
                        (metadata, error) -> {
                            if (error == null) {
                                acknowledged.complete(null);
                            } else {
                                acknowledged.completeExceptionally(error);
                            }
                        });
        return acknowledged;
    }
}
