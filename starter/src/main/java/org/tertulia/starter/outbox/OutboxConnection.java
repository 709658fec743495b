package org.tertulia.starter.outbox;

import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Result;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The relay's own database session. The advisory lock belongs to it: when it breaks, the lock is gone
 * with it, and so is the right to publish.
 */
final class OutboxConnection {

    /** Of the service's own database; any constant does. */
    private static final long LOCK = 0x7465_7274_756c_6961L;

    static final String CHANNEL = "outbox";

    private static final String SELECT =
            """
            SELECT id, topic, record_key, event_id, event_type, occurred_at, traceparent, payload::text AS payload
            FROM outbox ORDER BY id LIMIT $1
            """;

    private final PostgresqlConnection connection;

    OutboxConnection(PostgresqlConnection connection) {
        this.connection = connection;
    }

    Mono<Boolean> tryLock() {
        return connection
                .createStatement("SELECT pg_try_advisory_lock($1) AS held")
                .bind("$1", LOCK)
                .execute()
                .flatMap(result -> result.map(row -> row.get("held", Boolean.class)))
                .single();
    }

    /**
     * A deletion that is lost in a crash repeats an event, which is allowed, so it need not wait for the
     * disk.
     */
    Mono<Void> prepare() {
        return run("SET synchronous_commit = off").then(run("LISTEN " + CHANNEL));
    }

    private Mono<Void> run(String sql) {
        return connection.createStatement(sql).execute().flatMap(Result::getRowsUpdated).then();
    }

    /** Wake-ups from instances that are not the relay. */
    Flux<Boolean> notifications() {
        return connection.getNotifications().map(notification -> true);
    }

    Mono<List<OutboxRow>> next(int limit) {
        return connection
                .createStatement(SELECT)
                .bind("$1", limit)
                .execute()
                .flatMap(result -> result.map(OutboxRow::of))
                .collectList();
    }

    Mono<Void> delete(List<OutboxRow> rows) {
        var ids = rows.stream().map(OutboxRow::id).toArray(Long[]::new);
        return connection
                .createStatement("DELETE FROM outbox WHERE id = ANY($1)")
                .bind("$1", ids)
                .execute()
                .flatMap(Result::getRowsUpdated)
                .then();
    }

    Mono<Void> close() {
        return connection.close();
    }
}
