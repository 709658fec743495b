package org.tertulia.local.part;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.tertulia.local.home.Home;
import org.tertulia.local.home.Secrets;

/**
 * One database for each service and one role that owns just that. No role can connect to the
 * database of another, and none is an administrator.
 */
final class Databases {
    static final String ADMINISTRATOR = "postgres";

    private final Home home;
    private final int port;
    private final Secrets secrets;
    private final List<String> names;

    Databases(Home home, int port, Secrets secrets, List<String> names) {
        this.home = home;
        this.port = port;
        this.secrets = secrets;
        this.names = List.copyOf(names);
    }

    /** Creates what is missing; a later start with the same names does not even connect. */
    void createMissing() {
        var done = home.data(PostgresPart.NAME + ".databases");
        try {
            if (Files.exists(done) && Files.readAllLines(done).equals(names)) {
                return;
            }
            try (var connection = connect()) {
                for (var name : names) {
                    create(connection, name);
                }
            }
            Files.write(done, names);
        } catch (IOException | SQLException e) {
            throw new PartFailure("Cannot create the databases", e);
        }
    }

    private Connection connect() throws SQLException {
        var login = new Properties();
        login.setProperty("user", ADMINISTRATOR);
        login.setProperty("password", secrets.databasePassword(ADMINISTRATOR));
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres", login);
    }

    private void create(Connection connection, String name) throws SQLException {
        var password = secrets.databasePassword(name);
        if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name)) {
            execute(connection, "CREATE ROLE \"%s\" LOGIN".formatted(name));
        }
        execute(connection, "ALTER ROLE \"%s\" PASSWORD '%s'".formatted(name, password));
        if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
            execute(connection, "CREATE DATABASE \"%s\" OWNER \"%s\"".formatted(name, name));
        }
        execute(connection, "REVOKE ALL ON DATABASE \"%s\" FROM PUBLIC".formatted(name));
    }

    private static boolean exists(Connection connection, String query, String name)
            throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
