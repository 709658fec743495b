package org.tertulia.local.supervision;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tertulia.local.home.Home;
import org.tertulia.local.home.StateFile;
import org.tertulia.local.part.PartFailure;

/**
 * How other shells reach a running launcher: a Unix domain socket in the state folder, which only
 * its owner can open. One line of JSON asks, one answers.
 */
public final class ControlSocket implements AutoCloseable {
    /** Longer names do not fit into a socket's address on every system. */
    private static final int LONGEST_PATH = 100;

    /**
     * A request.
     *
     * @param command one of status, glance (without the costly figures), stop, start, kill, down
     * @param part the part meant; null when the whole suite is
     */
    public record Request(String command, @Nullable String part) {}

    /**
     * An answer.
     *
     * @param done whether the request was carried out
     * @param message what to tell the person; may be empty
     * @param suite the suite afterwards; null when not asked for
     */
    public record Answer(boolean done, String message, @Nullable SuiteStatus suite) {}

    private final ServerSocketChannel server;
    private final Path path;

    private ControlSocket(ServerSocketChannel server, Path path) {
        this.server = server;
        this.path = path;
    }

    /** Begins to answer requests, each on a thread of its own. */
    public static ControlSocket open(Home home, Function<Request, Answer> handler)
            throws IOException {
        var path = choosePath(home);
        Files.deleteIfExists(path);
        var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(path));
        Files.writeString(home.run("control"), path.toString());
        var control = new ControlSocket(server, path);
        Thread.ofPlatform().daemon().name("control").start(() -> control.serve(handler));
        return control;
    }

    /** Asks the launcher that owns the folder; empty when none answers. */
    public static Optional<Answer> ask(Home home, String command, @Nullable String part) {
        try {
            var path = Path.of(Files.readString(home.run("control")));
            try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
                send(channel, new Request(command, part));
                return Optional.of(StateFile.parse(receive(channel), Answer.class));
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void serve(Function<Request, Answer> handler) {
        while (server.isOpen()) {
            try {
                var channel = server.accept();
                Thread.ofPlatform().daemon().name("request").start(() -> answer(channel, handler));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void answer(SocketChannel channel, Function<Request, Answer> handler) {
        try (channel) {
            var request = StateFile.parse(receive(channel), Request.class);
            send(channel, answer(request, handler));
        } catch (IOException e) {
            // The other shell has gone; there is nobody to tell.
            return;
        }
    }

    private static Answer answer(Request request, Function<Request, Answer> handler) {
        try {
            return handler.apply(request);
        } catch (PartFailure e) {
            return new Answer(false, String.valueOf(e.getMessage()), null);
        }
    }

    private static void send(SocketChannel channel, Object content) throws IOException {
        var line =
                ByteBuffer.wrap((StateFile.text(content) + "\n").getBytes(StandardCharsets.UTF_8));
        while (line.hasRemaining()) {
            channel.write(line);
        }
    }

    private static String receive(SocketChannel channel) throws IOException {
        var reader = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
        var line = reader.readLine();
        if (line == null) {
            throw new IOException("The other side has gone");
        }
        return line;
    }

    private static Path choosePath(Home home) throws IOException {
        var path = home.run("control.sock");
        return path.toString().length() <= LONGEST_PATH
                ? path
                : Files.createTempDirectory("tertulia").resolve("control.sock");
    }

    @Override
    public void close() {
        try {
            server.close();
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
