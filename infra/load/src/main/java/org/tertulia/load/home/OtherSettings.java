package org.tertulia.load.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.tertulia.load.client.Api;
import org.tertulia.load.client.Patience;
import org.tertulia.load.client.Unreachable;

/**
 * A part of the suite that runs with other settings for a while: the same program on the same port, in the place of the
 * launcher's, which is stopped meanwhile and started again at the end. Where processes do not show how they were started
 * ({@code /proc}), it can not be done.
 */
public final class OtherSettings implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final int END_WITHIN_SECONDS = 20;

    private final SuiteControl control;
    private final String part;
    private final Process process;

    /** Who ends the program with Ctrl-C has a suite as it was, too. */
    private final Thread recovery = new Thread(this::recover, "recover-other-settings");

    private OtherSettings(SuiteControl control, String part, Process process) {
        this.control = control;
        this.part = part;
        this.process = process;
        Runtime.getRuntime().addShutdownHook(recovery);
    }

    /** Whether this system lets a part be started with others. */
    public static boolean arePossible() {
        return Files.isReadable(Path.of("/proc", "self", "environ"));
    }

    /**
     * Stops the part and starts it with these; returns when it is ready.
     *
     * @param settings environment variables, beside those the launcher gave it
     */
    public static OtherSettings start(SuiteHome home, String part, Map<String, String> settings) {
        var control = new SuiteControl(home);
        var service = new Api(URI.create("http://127.0.0.1:" + home.port(part)));
        var pid = Objects.requireNonNull(control.glance().part(part).pid());
        var builder = new ProcessBuilder(strings(pid, "cmdline")).redirectErrorStream(true);
        builder.redirectOutput(home.root().resolve("logs").resolve(part + "-other.log").toFile());
        builder.environment().clear();
        for (var variable : strings(pid, "environ")) {
            var name = variable.indexOf('=');
            builder.environment().put(variable.substring(0, name), variable.substring(name + 1));
        }
        builder.environment().putAll(settings);
        control.stop(part);
        var other = new OtherSettings(control, part, begin(builder, control, part));
        try {
            other.awaitReady(service);
            return other;
        } catch (RuntimeException e) {
            other.close();
            throw e;
        }
    }

    private static Process begin(ProcessBuilder builder, SuiteControl control, String part) {
        try {
            return builder.start();
        } catch (IOException e) {
            control.start(part);
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> strings(long pid, String file) {
        try {
            var bytes = Files.readAllBytes(Path.of("/proc", Long.toString(pid), file));
            var all = List.of(new String(bytes, StandardCharsets.UTF_8).split("\0", -1));
            // Each ends with a NUL, the last one too.
            return new ArrayList<>(all.subList(0, all.size() - 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady(Api service) {
        var end = System.nanoTime() + READY_WITHIN.toNanos();
        while (!isReady(service)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException(part + " does not run with other settings");
            }
            Patience.rest(LOOK_EVERY);
        }
    }

    private static boolean isReady(Api service) {
        try {
            return service.get("/readyz", null).isSuccess();
        } catch (Unreachable e) {
            return false;
        }
    }

    /** Ends it, and has the launcher start its own. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(recovery);
        } catch (IllegalStateException _) {
            // This program is ending, and the hook does it.
            return;
        }
        recover();
    }

    private void recover() {
        process.destroy();
        try {
            if (!process.waitFor(END_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } finally {
            control.start(part);
        }
    }
}
