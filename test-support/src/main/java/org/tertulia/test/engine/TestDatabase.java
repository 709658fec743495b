package org.tertulia.test.engine;

/**
 * A database of its own on the shared PostgreSQL, empty or a copy of a migrated one.
 *
 * @param host where the server listens
 * @param port its TCP port
 * @param name the database
 * @param user a superuser
 * @param password its password; not asked for on the loopback address
 */
public record TestDatabase(String host, int port, String name, String user, String password) {

    /** The address for JDBC, without credentials. */
    public String jdbcUrl() {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, name);
    }

    /** The address for R2DBC, without credentials. */
    public String r2dbcUrl() {
        return "r2dbc:postgresql://%s:%d/%s".formatted(host, port, name);
    }
}
