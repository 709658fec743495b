package org.tertulia.starter.outbox;

import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Publishes what the outbox holds. Every instance runs one; the one that holds the database's advisory
 * lock works, the others stand by and pass their wake-ups on to it.
 */
final class OutboxRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);

    private final ConnectionFactory connections;
    private final DatabaseClient database;
    private final EventProducer producer;
    private final OutboxSignal signal;
    private final OutboxProperties properties;
    private volatile boolean active;
    private @Nullable Disposable work;
    private @Nullable Disposable wakeUpsOfOthers;

    OutboxRelay(
            ConnectionFactory connections,
            DatabaseClient database,
            EventProducer producer,
            OutboxSignal signal,
            OutboxProperties properties) {
        this.connections = connections;
        this.database = database;
        this.producer = producer;
        this.signal = signal;
        this.properties = properties;
    }

    @Override
    public synchronized void start() {
        work =
                Mono.usingWhen(open(), this::serve, OutboxConnection::close)
                        .onErrorResume(this::pause)
                        .repeat()
                        .subscribe();
        wakeUpsOfOthers =
                signal.wakeUps().filter(w -> !active).concatMap(w -> notifyRelay(), 1).subscribe();
    }

    private Mono<OutboxConnection> open() {
        return Mono.from(connections.create())
                .cast(PostgresqlConnection.class)
                .map(OutboxConnection::new);
    }

    private Mono<Void> serve(OutboxConnection connection) {
        return becomeRelay(connection)
                .then(connection.prepare())
                .then(Mono.defer(() -> drainOnWakeUps(connection)))
                .doFinally(end -> active = false);
    }

    private Mono<Void> becomeRelay(OutboxConnection connection) {
        return connection
                .tryLock()
                .filter(held -> held)
                .repeatWhenEmpty(tries -> tries.delayElements(properties.takeoverInterval()))
                .doOnNext(held -> active = true)
                .then();
    }

    private Mono<Void> drainOnWakeUps(OutboxConnection connection) {
        var polls = Flux.interval(Duration.ZERO, properties.pollInterval()).map(tick -> true);
        return Flux.merge(signal.wakeUps(), connection.notifications(), polls)
                .onBackpressureLatest()
                .concatMap(wakeUp -> drain(connection), 1)
                .then();
    }

    private Mono<Void> drain(OutboxConnection connection) {
        return Mono.defer(() -> publishBatch(connection))
                .repeat()
                .takeUntil(published -> published < properties.batchSize())
                .then();
    }

    private Mono<Integer> publishBatch(OutboxConnection connection) {
        return connection
                .next(properties.batchSize())
                .filter(rows -> !rows.isEmpty())
                .flatMap(
                        rows ->
                                producer.publish(rows)
                                        .then(connection.delete(rows))
                                        .thenReturn(rows.size()))
                .defaultIfEmpty(0);
    }

    private Mono<Void> pause(Throwable error) {
        log.warn("The outbox relay pauses: {}", error.toString());
        return Mono.delay(PAUSE_AFTER_FAILURE).then();
    }

    /** Outside of any transaction with data, since NOTIFY serialises the commits that carry it. */
    private Mono<Void> notifyRelay() {
        return database.sql("SELECT pg_notify(:channel, '')")
                .bind("channel", OutboxConnection.CHANNEL)
                .fetch()
                .rowsUpdated()
                .onErrorComplete()
                .then();
    }

    @Override
    public synchronized void stop() {
        if (work != null) {
            work.dispose();
        }
        if (wakeUpsOfOthers != null) {
            wakeUpsOfOthers.dispose();
        }
        work = null;
        wakeUpsOfOthers = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return work != null;
    }
}
