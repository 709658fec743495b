package org.tertulia.test.engine;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/** The PostgreSQL of this JVM. Starts with the first database that is asked for. */
public final class PostgresServer {

    private static final AtomicInteger NEXT_DATABASE = new AtomicInteger();
    private static final Map<List<String>, TestDatabase> MIGRATED = new ConcurrentHashMap<>();

    private final TestDatabase maintenance;

    private PostgresServer(TestDatabase maintenance) {
        this.maintenance = maintenance;
    }

    /** The shared server, started when this is the first call. */
    public static PostgresServer shared() {
        return Holder.SHARED;
    }

    /** A new database without any table. */
    public TestDatabase emptyDatabase() {
        return createDatabase("template0");
    }

    /**
     * A new database with the migrations of these class path locations applied, in Flyway's order over all of
     * them. The migrations run once per JVM and list of locations; later databases are copies.
     */
    public TestDatabase migratedDatabase(List<String> locations) {
        return createDatabase(MIGRATED.computeIfAbsent(locations, this::migrate).name());
    }

    private TestDatabase migrate(List<String> locations) {
        var database = emptyDatabase();
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .locations(locations.stream().map("classpath:%s"::formatted).toArray(String[]::new))
                .load()
                .migrate();
        return database;
    }

    private TestDatabase createDatabase(String template) {
        var name = "test_" + NEXT_DATABASE.incrementAndGet();
        var sql = "create database %s template %s".formatted(name, template);
        try (var connection =
                        DriverManager.getConnection(
                                maintenance.jdbcUrl(), maintenance.user(), maintenance.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create a database for tests", e);
        }
        return new TestDatabase(
                maintenance.host(),
                maintenance.port(),
                name,
                maintenance.user(),
                maintenance.password());
    }

    private static final class Holder {
        private static final PostgresServer SHARED = new PostgresServer(start());

        private static TestDatabase start() {
            return DockerEngine.answers() ? Containers.postgres() : EmbeddedServer.start();
        }
    }
}
