package org.tertulia.load.bench;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.time.Duration;
import java.util.Objects;
import org.tertulia.load.home.SuiteHome;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The suite's PostgreSQL: its messages, to count commits, and a scratch database beside them. */
final class Databases {
    private static final String SCRATCH = "tertulia_bench";
    private static final String ADMINISTRATOR = "postgres";
    private static final String MESSAGES = "messages";
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /**
     * The tables a message is written to, as message-service has them: same columns, keys and
     * partitions. No functions, no locks, no lookups.
     */
    private static final String TABLES =
            """
            CREATE TABLE log (
                chat_id uuid NOT NULL, seq bigint NOT NULL, entry jsonb NOT NULL,
                PRIMARY KEY (chat_id, seq)
            ) PARTITION BY HASH (chat_id);
            CREATE TABLE messages (
                chat_id uuid NOT NULL, seq bigint NOT NULL, message_id uuid NOT NULL,
                sender_id uuid NOT NULL, client_message_id uuid NOT NULL, text text NOT NULL,
                posted_at timestamptz NOT NULL,
                PRIMARY KEY (chat_id, seq), UNIQUE (chat_id, sender_id, client_message_id)
            ) PARTITION BY HASH (chat_id);
            CREATE TABLE outbox (
                id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, topic text NOT NULL,
                record_key text NOT NULL, event_id uuid NOT NULL DEFAULT uuidv7(),
                event_type text NOT NULL, occurred_at timestamptz NOT NULL, traceparent text,
                payload jsonb NOT NULL
            );
            DO $$
            BEGIN
                FOR part IN 0..7 LOOP
                    EXECUTE format('CREATE TABLE log_%s PARTITION OF log'
                        || ' FOR VALUES WITH (MODULUS 8, REMAINDER %s)', part, part);
                    EXECUTE format('CREATE TABLE messages_%s PARTITION OF messages'
                        || ' FOR VALUES WITH (MODULUS 8, REMAINDER %s)', part, part);
                END LOOP;
            END
            $$
            """;

    private final SuiteHome home;

    Databases(SuiteHome home) {
        this.home = home;
    }

    /** Creates the scratch database anew, with its tables. */
    ConnectionFactory createScratch() {
        dropScratch();
        run(to("postgres", ADMINISTRATOR), "CREATE DATABASE " + SCRATCH);
        var scratch = to(SCRATCH, ADMINISTRATOR);
        run(scratch, TABLES);
        return scratch;
    }

    void dropScratch() {
        run(to("postgres", ADMINISTRATOR), "DROP DATABASE IF EXISTS " + SCRATCH + " WITH (FORCE)");
    }

    /** The database of message-service. */
    ConnectionFactory messages() {
        return to(MESSAGES, MESSAGES);
    }

    /** How many commits the messages after a moment came in: rows of one transaction share xmin. */
    long commitsSince(java.time.Instant moment) {
        var query =
                "SELECT count(DISTINCT xmin::text) FROM messages WHERE posted_at >= '%s'"
                        .formatted(moment);
        return Objects.requireNonNull(
                Mono.usingWhen(
                                messages().create(),
                                connection -> number(connection, query),
                                Connection::close)
                        .block(LIMIT));
    }

    private static Mono<Long> number(Connection connection, String query) {
        return Flux.from(connection.createStatement(query).execute())
                .flatMap(
                        it ->
                                it.map(
                                        (row, about) ->
                                                Objects.requireNonNull(row.get(0, Long.class))))
                .next();
    }

    private static void run(ConnectionFactory database, String commands) {
        Mono.usingWhen(
                        database.create(),
                        connection ->
                                Flux.from(connection.createStatement(commands).execute())
                                        .flatMap(it -> it.getRowsUpdated())
                                        .then(),
                        Connection::close)
                .block(LIMIT);
    }

    private ConnectionFactory to(String database, String role) {
        return ConnectionFactories.get(
                ConnectionFactoryOptions.builder()
                        .option(ConnectionFactoryOptions.DRIVER, "postgresql")
                        .option(ConnectionFactoryOptions.HOST, "127.0.0.1")
                        .option(ConnectionFactoryOptions.PORT, home.port("postgresql"))
                        .option(ConnectionFactoryOptions.DATABASE, database)
                        .option(ConnectionFactoryOptions.USER, role)
                        .option(ConnectionFactoryOptions.PASSWORD, home.databasePassword(role))
                        .build());
    }
}
