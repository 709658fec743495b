package org.tertulia.test.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * A server in a JVM of its own, which ends as soon as this JVM does: its standard input is a pipe from here. It
 * says on standard output that it takes requests.
 */
final class ChildJvm {

    private static final int ATTEMPTS = 3;

    private ChildJvm() {}

    /** Starts a server on ports that it chooses. */
    interface Start<T> {
        T launch() throws IOException;
    }

    /** Tries again with other ports: another process may have taken one of them meanwhile. */
    static <T> T started(String server, Start<T> start) {
        for (var attempt = 1; ; attempt++) {
            try {
                return start.launch();
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw new UncheckedIOException(server + " did not start", e);
                }
            }
        }
    }

    /**
     * Returns when the server has printed that it is ready.
     *
     * @param folder where its log goes; deleted with all in it when this JVM ends
     * @param arguments what follows {@code java}
     * @param ready the line that says so
     */
    static void launch(Path folder, List<String> arguments, String ready) throws IOException {
        var log = folder.resolve("server.log");
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        var process = new ProcessBuilder(command).redirectError(Redirect.to(log.toFile())).start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process, folder)));
        awaitReady(process, log, ready);
    }

    private static void awaitReady(Process process, Path log, String ready) throws IOException {
        // Left open: the server writes nothing more, and lives as long as the pipes do.
        @SuppressWarnings("resource")
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(ready)) {
                return;
            }
        }
        throw new IOException("The server ended while starting:\n" + Files.readString(log));
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void stop(Process process, Path folder) {
        process.destroyForcibly();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            ServerFolder.delete(folder);
            ServerFolder.deleteIfEmpty(Objects.requireNonNull(folder.getParent()));
        }
    }
}
