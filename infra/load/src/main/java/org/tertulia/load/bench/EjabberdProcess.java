package org.tertulia.load.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.tertulia.load.client.Patience;
import org.tertulia.load.home.Programs;

/**
 * An ejabberd of the bench's own: its configuration, data and logs are in a scratch folder, and it has
 * neither a node name nor a port but the one for WebSockets on the loopback address. The system's own
 * ejabberd, if there is one, is not touched.
 */
final class EjabberdProcess implements AutoCloseable {
    private static final Path SYSTEM_LIBRARIES = Path.of("/usr/lib");
    private static final Duration UP_WITHIN = Duration.ofSeconds(60);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final int CONNECT_MILLIS = 1_000;

    private final Process process;
    private final Path folder;
    private final int port;

    private EjabberdProcess(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    /**
     * Starts it and waits until it listens.
     *
     * @throws PeerMissing when it is not installed
     * @throws BenchFailure when it does not come up
     */
    static EjabberdProcess start() {
        if (!Programs.isInstalled("erl") || !Programs.isInstalled("ejabberdctl")) {
            throw new PeerMissing(
                    "it is not installed; on Debian, as root: apt-get install ejabberd");
        }
        try {
            var folder = Files.createTempDirectory("tertulia-ejabberd");
            var port = freePort();
            Files.writeString(folder.resolve("ejabberd.yml"), configuration(port));
            var process = launch(folder);
            // It does not look whether anybody is still there to end it.
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            var ejabberd = new EjabberdProcess(process, folder, port);
            ejabberd.awaitUp();
            return ejabberd;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process launch(Path folder) throws IOException {
        var command =
                List.of(
                        "erl",
                        "-noinput",
                        "+K",
                        "true",
                        "+P",
                        "250000",
                        "+Q",
                        "65536",
                        "-mnesia",
                        "dir",
                        "\"" + folder.resolve("data") + "\"",
                        "-s",
                        "ejabberd");
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        var environment = builder.environment();
        environment.put("ERL_LIBS", libraries().toString());
        environment.put("EJABBERD_CONFIG_PATH", folder.resolve("ejabberd.yml").toString());
        environment.put("EJABBERD_LOG_PATH", folder.resolve("ejabberd.log").toString());
        environment.put("ERL_CRASH_DUMP", folder.resolve("crash.dump").toString());
        environment.put("HOME", folder.toString());
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.log").toFile())
                .start();
    }

    /** Debian has it beside the libraries of its processor's kind, where Erlang does not look. */
    private static Path libraries() throws IOException {
        try (var found = Files.newDirectoryStream(SYSTEM_LIBRARIES, "*-linux-*")) {
            for (var folder : found) {
                try (var ejabberd = Files.newDirectoryStream(folder, "ejabberd-*")) {
                    if (ejabberd.iterator().hasNext()) {
                        return folder;
                    }
                }
            }
        }
        return SYSTEM_LIBRARIES;
    }

    private static String configuration(int port) throws IOException {
        try (InputStream template =
                Objects.requireNonNull(
                        EjabberdProcess.class.getResourceAsStream("/peers/ejabberd.yml"))) {
            return new String(template.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${port}", "" + port);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitUp() {
        var end = System.nanoTime() + UP_WITHIN.toNanos();
        while (!listens()) {
            if (!process.isAlive() || System.nanoTime() - end > 0) {
                PeerProcess.end(process);
                throw new BenchFailure("ejabberd does not come up; its logs are in " + folder);
            }
            Patience.rest(LOOK_EVERY);
        }
    }

    private boolean listens() {
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    URI address() {
        return URI.create("ws://127.0.0.1:%d/ws".formatted(port));
    }

    @Override
    public void close() {
        PeerProcess.end(process);
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
