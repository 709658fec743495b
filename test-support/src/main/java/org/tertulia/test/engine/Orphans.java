package org.tertulia.test.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** PostgreSQL servers whose JVM was killed before it could stop them. */
final class Orphans {

    private Orphans() {}

    /** Ends the server that has its data in this folder, if there is one. */
    static void end(Path folder) {
        var pidFile = folder.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        try {
            var pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().trim());
            ProcessHandle.of(pid).filter(Orphans::isPostgres).ifPresent(Orphans::end);
        } catch (IOException | NumberFormatException _) {
            // The server is just ending and rewrites the file.
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("postgres");
    }

    private static void end(ProcessHandle postmaster) {
        // Backends end by themselves once their postmaster is gone.
        postmaster.destroyForcibly();
        try {
            postmaster.onExit().get(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException _) {
            // Not ours to wait for any longer; its port and folder are not reused.
        }
    }
}
