package org.tertulia.test.engine;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * PostgreSQL from its published binaries, which are unpacked once per machine and user.
 *
 * <p>Durable in all but one thing: nothing is forced to the disk, so a test run must not outlive a crash of the
 * machine.
 */
final class EmbeddedServer {

    private static final String USER = "postgres";

    private EmbeddedServer() {}

    static TestDatabase start() {
        var folder = ServerFolder.ofThisJvm("postgres");
        try {
            var server = configured(folder).start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, folder)));
            return new TestDatabase("127.0.0.1", server.getPort(), USER, USER, USER);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
    }

    private static EmbeddedPostgres.Builder configured(Path folder) {
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(
                        ServerFolder.cache().resolve("postgres-binaries").toFile())
                .setDataDirectory(folder)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(30))
                // The same order of strings on every machine.
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setServerConfig("fsync", "off")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("max_connections", "200");
    }

    private static void stop(EmbeddedPostgres server, Path folder) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop", e);
        } finally {
            ServerFolder.delete(folder);
        }
    }
}
