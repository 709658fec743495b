package org.tertulia.load.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tertulia.load.client.Json;

/**
 * The state folder of a suite that the launcher runs on this machine: where its parts listen, and the
 * secrets that give access to its databases.
 */
public final class SuiteHome {
    private final Path root;

    /** The folder that {@code TERTULIA_HOME} names. */
    public SuiteHome(Path root) {
        this.root = root;
    }

    /** The folder of the environment; {@code .tertulia} when none is named. */
    public static SuiteHome ofEnvironment() {
        return new SuiteHome(Path.of(System.getenv().getOrDefault("TERTULIA_HOME", ".tertulia")));
    }

    public Path root() {
        return root;
    }

    /**
     * The port of a running part.
     *
     * @throws UncheckedIOException when the part does not run
     */
    public int port(String part) {
        return Json.tree(read(root.resolve("run").resolve(part + ".json"))).path("port").asInt();
    }

    /** Whether a part was started by the launcher and is not stopped. */
    public boolean runs(String part) {
        return Files.exists(root.resolve("run").resolve(part + ".json"));
    }

    /** The password of a database role. */
    public String databasePassword(String role) {
        return read(root.resolve("secrets").resolve("database-" + role)).strip();
    }

    /** Who may use the store of objects. */
    public String storeAccessKey() {
        return read(root.resolve("secrets").resolve("store-access-key")).strip();
    }

    /** What requests to the store of objects are signed with. */
    public String storeSecretKey() {
        return read(root.resolve("secrets").resolve("store-secret-key")).strip();
    }

    /** The key, base64, with which auth-service seals its signing keys. */
    public String keyEncryptionKey() {
        return read(root.resolve("secrets").resolve("key-encryption-key")).strip();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
