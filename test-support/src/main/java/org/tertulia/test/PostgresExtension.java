package org.tertulia.test;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tertulia.test.engine.PostgresServer;
import org.tertulia.test.engine.TestDatabase;

/**
 * A new database on the real PostgreSQL for each test class, for repository tests without Spring:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final PostgresExtension postgres = PostgresExtension.migrated("db/starter", "db/migration");
 * }</pre>
 *
 * The tests of a class share the database; a test must not count on empty tables unless it calls {@link
 * #truncate}.
 */
public final class PostgresExtension implements BeforeAllCallback, AfterAllCallback {

    private final List<String> locations;
    private @Nullable TestDatabase database;
    private @Nullable ConnectionPool pool;

    private PostgresExtension(List<String> locations) {
        this.locations = locations;
    }

    /** A database with the Flyway migrations of these class path folders. */
    public static PostgresExtension migrated(String... locations) {
        return new PostgresExtension(List.of(locations));
    }

    /** A database without tables. */
    public static PostgresExtension empty() {
        return new PostgresExtension(List.of());
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        var server = PostgresServer.shared();
        var created =
                locations.isEmpty() ? server.emptyDatabase() : server.migratedDatabase(locations);
        database = created;
        pool = pool(created);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (pool != null) {
            pool.dispose();
        }
    }

    /** Connections to the database, at most ten at a time. */
    public ConnectionFactory connectionFactory() {
        return Objects.requireNonNull(pool, "The test class has not begun");
    }

    /** Where the database is. */
    public TestDatabase database() {
        return Objects.requireNonNull(database, "The test class has not begun");
    }

    /** SQL on {@link #connectionFactory}. */
    public DatabaseClient databaseClient() {
        return DatabaseClient.create(connectionFactory());
    }

    /** Transactions on {@link #connectionFactory}, as Spring Boot would set them up. */
    public TransactionalOperator transactions() {
        return TransactionalOperator.create(new R2dbcTransactionManager(connectionFactory()));
    }

    /** Empties these tables and those that refer to them. */
    public void truncate(String... tables) {
        databaseClient()
                .sql("truncate " + String.join(", ", tables) + " cascade")
                .then()
                .block(Duration.ofSeconds(10));
    }

    private static ConnectionPool pool(TestDatabase database) {
        var postgres =
                new PostgresqlConnectionFactory(
                        PostgresqlConnectionConfiguration.builder()
                                .host(database.host())
                                .port(database.port())
                                .database(database.name())
                                .username(database.user())
                                .password(database.password())
                                .build());
        return new ConnectionPool(
                ConnectionPoolConfiguration.builder(postgres).initialSize(0).maxSize(10).build());
    }
}
