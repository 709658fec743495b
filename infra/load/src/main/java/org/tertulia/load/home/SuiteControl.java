package org.tertulia.load.home;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.tertulia.load.client.Json;
import org.tertulia.load.client.Patience;
import tools.jackson.databind.JsonNode;

/**
 * The launcher that watches over a suite on this machine, asked through its socket in the state
 * folder: which parts run, and as which processes.
 */
public final class SuiteControl {
    private static final String GLANCE = "{\"command\":\"glance\"}\n";

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private final SuiteHome home;

    public SuiteControl(SuiteHome home) {
        this.home = home;
    }

    /**
     * The state of all parts at this moment.
     *
     * @throws UncheckedIOException when no launcher answers
     */
    public SuiteStatus glance() {
        return Json.read(ask(GLANCE).path("suite"), SuiteStatus.class);
    }

    private JsonNode ask(String request) {
        try {
            var socket = Path.of(Files.readString(home.root().resolve("run").resolve("control")));
            try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
                channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.UTF_8)));
                return Json.tree(readLine(channel));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("No launcher answers in " + home.root(), e);
        }
    }

    /**
     * Waits until every part is ready; the launcher itself may not have begun yet.
     *
     * @throws IllegalStateException when it takes longer
     */
    public void awaitReady(Duration limit) {
        var end = System.nanoTime() + limit.toNanos();
        while (!isReady()) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("The suite is not ready within " + limit);
            }
            Patience.rest(LOOK_EVERY);
        }
    }

    /** Stops a part for good; returns when it has ended. */
    public void stop(String part) {
        command("stop", part);
    }

    /** Starts a part that was stopped; returns when it is ready. */
    public void start(String part) {
        command("start", part);
    }

    private void command(String command, String part) {
        var answer = ask(Json.write(Map.of("command", command, "part", part)) + "\n");
        if (!answer.path("done").asBoolean()) {
            throw new IllegalStateException(
                    "%s %s: %s".formatted(command, part, answer.path("message").asString("")));
        }
    }

    private boolean isReady() {
        try {
            return glance().ready();
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private static String readLine(SocketChannel channel) throws IOException {
        var line =
                new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8)).readLine();
        if (line == null) {
            throw new IOException("The launcher hung up");
        }
        return line;
    }
}
