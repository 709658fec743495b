package org.tertulia.test.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * Folders for the data of servers that live as long as a test JVM. They carry that JVM's process id, so that a later
 * run finds and removes what a killed one left behind.
 */
final class ServerFolder {

    private ServerFolder() {}

    /** Kept from run to run, per user of the machine. */
    static Path cache() {
        var user = System.getProperty("user.name", "anyone").replaceAll("[^A-Za-z0-9_.-]", "_");
        return created(Path.of(System.getProperty("java.io.tmpdir"), "tertulia-test-" + user));
    }

    /**
     * A folder for this JVM, without earlier content. Who uses it removes it with {@link #delete}, after its server
     * has stopped.
     */
    static Path ofThisJvm(String server) {
        var servers = created(cache().resolve(server));
        sweep(servers);
        return created(servers.resolve(Long.toString(ProcessHandle.current().pid())));
    }

    /** Ends and removes what JVMs left behind that are no more. */
    private static void sweep(Path servers) {
        try (var folders = Files.list(servers)) {
            folders.filter(ServerFolder::isOrphan)
                    .forEach(
                            folder -> {
                                Orphans.end(folder);
                                delete(folder);
                            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOrphan(Path folder) {
        try {
            return ProcessHandle.of(Long.parseLong(folder.getFileName().toString())).isEmpty();
        } catch (NumberFormatException _) {
            return false;
        }
    }

    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException _) {
            // A file went away meanwhile: the next run's sweep removes the rest.
        }
    }

    static void deleteIfEmpty(Path folder) {
        try {
            Files.deleteIfExists(folder);
        } catch (IOException _) {
            // Not empty: another server of this JVM still has its folder there, and comes last.
        }
    }

    private static Path created(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
