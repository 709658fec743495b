package org.tertulia.load.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A server that the suite is compared with, in a process of its own. It prints its port on its first
 * line, and ends with its standard input: when it is closed, and when this process is gone.
 */
final class PeerProcess implements AutoCloseable {
    private static final int END_WITHIN_SECONDS = 5;

    private final Process process;
    private final int port;

    private PeerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it and waits for its port.
     *
     * @throws BenchFailure when it does not start or prints none
     */
    static PeerProcess start(List<String> command) {
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            return new PeerProcess(process, port(process));
        } catch (IOException | NumberFormatException e) {
            throw new BenchFailure("%s did not start: %s".formatted(command, e.getMessage()));
        }
    }

    private static int port(Process process) throws IOException {
        var output =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return Integer.parseInt(output.readLine());
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        end(process);
    }

    /** Ends a process within a bound. */
    static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(END_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
