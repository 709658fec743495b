package org.tertulia.scheduler;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;

/**
 * An instance of the service in a process of its own, on the database and the broker of the one under test, by the real clock.
 * It ends at once when it is killed, and when this process does.
 */
final class InstanceProcess implements AutoCloseable {

    private static final String READY = "instance is ready";

    private final Process process;

    private InstanceProcess(Process process) {
        this.process = process;
    }

    /** What runs in that process. */
    public static void main(String[] arguments) throws IOException {
        new SpringApplicationBuilder(SchedulerServiceApplication.class)
                .initializers(
                        context ->
                                ((GenericApplicationContext) context)
                                        .registerBean("clock", Clock.class, Clock::systemUTC))
                .run(arguments);
        System.out.println(READY);
        // Nobody writes to it: it ends with the process that holds the other side.
        while (System.in.read() >= 0) {}
        Runtime.getRuntime().halt(1);
    }

    /** Begins to start; ready when {@link #awaitReady} returns. */
    static InstanceProcess start(Environment first) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(InstanceProcess.class.getName());
        // In batches as large as they are unless somebody says so.
        SecondInstance.arguments(first).stream()
                .filter(it -> !it.contains("batch-size"))
                .forEach(command::add);
        try {
            return new InstanceProcess(
                    new ProcessBuilder(command).redirectError(Redirect.INHERIT).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when it has started. What it says afterwards is read and thrown away, so that it is never held up by it. */
    InstanceProcess awaitReady() {
        try {
            BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                if (line.equals(READY)) {
                    Thread.ofPlatform().daemon().start(() -> output.lines().forEach(_ -> {}));
                    return this;
                }
            }
            throw new AssertionError("The instance ended while starting");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL: nothing is finished, nothing is said. */
    void kill() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                throw new AssertionError("The instance does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
