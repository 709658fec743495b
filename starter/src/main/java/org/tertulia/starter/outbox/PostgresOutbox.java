package org.tertulia.starter.outbox;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
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
            SELECT :topic, e.key, e.id, e.type, e.at, :traceparent, e.payload::jsonb
            FROM unnest(:keys::text[], :ids::uuid[], :types::text[], :ats::timestamptz[], :payloads::text[])
                WITH ORDINALITY AS e (key, id, type, at, payload, place)
            ORDER BY e.place
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
        return appendAll(topic, List.of(event));
    }

    @Override
    public Mono<Void> appendAll(String topic, List<? extends TertuliaEvent> events) {
        if (events.isEmpty()) {
            return Mono.empty();
        }
        return TransactionSynchronizationManager.forCurrentTransaction()
                .doOnNext(transaction -> transaction.registerSynchronization(wakeAfterCommit()))
                .then(Mono.defer(() -> insert(topic, events)));
    }

    private TransactionSynchronization wakeAfterCommit() {
        return new TransactionSynchronization() {
            @Override
            public Mono<Void> afterCommit() {
                return Mono.fromRunnable(signal::wake);
            }
        };
    }

    private Mono<Void> insert(String topic, List<? extends TertuliaEvent> events) {
        var statement =
                database.sql(INSERT)
                        .bind("topic", topic)
                        .bind("keys", strings(events, event -> event.aggregateId().toString()))
                        .bind("ids", events.stream().map(_ -> ids.next()).toArray(UUID[]::new))
                        .bind("types", strings(events, codec::type))
                        .bind("ats", moments(events))
                        .bind("payloads", strings(events, this::payload));
        var trace = traces.current();
        return (trace == null
                        ? statement.bindNull("traceparent", String.class)
                        : statement.bind("traceparent", trace))
                .then();
    }

    private String payload(TertuliaEvent event) {
        var payload = codec.json(event);
        if (payload.getBytes(StandardCharsets.UTF_8).length > MAX_PAYLOAD_BYTES) {
            throw new IllegalArgumentException("the event is too large for one record");
        }
        return payload;
    }

    private static String[] strings(
            List<? extends TertuliaEvent> events, Function<TertuliaEvent, String> part) {
        return events.stream().map(part).toArray(String[]::new);
    }

    private static OffsetDateTime[] moments(List<? extends TertuliaEvent> events) {
        return events.stream()
                .map(event -> event.occurredAt().atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }
}
