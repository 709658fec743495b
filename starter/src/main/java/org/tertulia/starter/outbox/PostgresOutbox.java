package org.tertulia.starter.outbox;

import java.nio.charset.StandardCharsets;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import org.tertulia.contracts.TertuliaEvent;
import org.tertulia.starter.id.IdGenerator;
import org.tertulia.starter.kafka.EventCodec;
import org.tertulia.starter.observability.TraceParents;
import reactor.core.publisher.Mono;

/** The outbox table of the service's own database. */
final class PostgresOutbox implements Outbox {

    /** Below the 1 MB that Kafka takes as one record by default, headers included. */
    private static final int MAX_PAYLOAD_BYTES = 900_000;

    private static final String INSERT =
            """
            INSERT INTO outbox (topic, record_key, event_id, event_type, occurred_at, traceparent, payload)
            VALUES (:topic, :key, :id, :type, :at, :traceparent, :payload::jsonb)
            """;

    private final DatabaseClient database;
    private final EventCodec codec;
    private final IdGenerator ids;
    private final TraceParents traces;
    private final OutboxSignal signal;

    PostgresOutbox(
            DatabaseClient database,
            EventCodec codec,
            IdGenerator ids,
            TraceParents traces,
            OutboxSignal signal) {
        this.database = database;
        this.codec = codec;
        this.ids = ids;
        this.traces = traces;
        this.signal = signal;
    }

    @Override
    public Mono<Void> append(String topic, TertuliaEvent event) {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .doOnNext(transaction -> transaction.registerSynchronization(wakeAfterCommit()))
                .then(Mono.defer(() -> insert(topic, event)));
    }

    private TransactionSynchronization wakeAfterCommit() {
        return new TransactionSynchronization() {
            @Override
            public Mono<Void> afterCommit() {
                return Mono.fromRunnable(signal::wake);
            }
        };
    }

    private Mono<Void> insert(String topic, TertuliaEvent event) {
        var payload = codec.json(event);
        if (payload.getBytes(StandardCharsets.UTF_8).length > MAX_PAYLOAD_BYTES) {
            return Mono.error(
                    new IllegalArgumentException("the event is too large for one record"));
        }
        var statement =
                database.sql(INSERT)
                        .bind("topic", topic)
                        .bind("key", event.aggregateId().toString())
                        .bind("id", ids.next())
                        .bind("type", codec.type(event))
                        .bind("at", event.occurredAt())
                        .bind("payload", payload);
        var trace = traces.current();
        return (trace == null
                        ? statement.bindNull("traceparent", String.class)
                        : statement.bind("traceparent", trace))
                .then();
    }
}
