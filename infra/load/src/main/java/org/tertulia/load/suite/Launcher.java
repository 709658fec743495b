package org.tertulia.load.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;
import org.tertulia.load.client.Json;
import org.tertulia.load.home.SuiteStatus;

/** {@code ./tertulia}, as a person in another shell uses it on one suite. */
final class Launcher {
    private static final int LIMIT_SECONDS = 240;

    private final Path folder;
    private final Map<String, String> environment;

    /** How a command ended. */
    record Outcome(int exitCode, String output) {}

    /**
     * The script of this repository, for one suite.
     *
     * @param environment says which suite: {@code TERTULIA_HOME} and the like
     * @throws TestAbortedException when there is no script above the working folder
     */
    Launcher(Map<String, String> environment) {
        this.folder = find(Path.of("").toAbsolutePath());
        this.environment = Map.copyOf(environment);
    }

    private static Path find(Path start) {
        for (@Nullable Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isExecutable(folder.resolve("tertulia"))) {
                return folder;
            }
        }
        throw new TestAbortedException("There is no ./tertulia here to stop and start parts with");
    }

    SuiteStatus status() {
        var lines = run("status", "--json").output().lines().filter(it -> it.startsWith("{"));
        return Json.read(lines.findFirst().orElseThrow(), SuiteStatus.class);
    }

    /** Ends a part as a crash does; it is started again by itself. */
    void kill(String part) {
        succeed("kill", part);
    }

    /** Stops a part for good; returns when it has ended. */
    void stop(String part) {
        succeed("stop", part);
    }

    /** Starts a part; returns when it is ready. */
    void start(String part) {
        succeed("start", part);
    }

    /**
     * Runs a command.
     *
     * @throws AssertionError when it does not end well
     */
    Outcome succeed(String... command) {
        var outcome = run(command);
        if (outcome.exitCode() != 0) {
            throw new AssertionError(
                    "./tertulia %s: exit code %d%n%s"
                            .formatted(
                                    String.join(" ", command),
                                    outcome.exitCode(),
                                    outcome.output()));
        }
        return outcome;
    }

    /** Runs a command to its end. */
    Outcome run(String... command) {
        var line = new ArrayList<>(List.of(folder.resolve("tertulia").toString()));
        line.addAll(List.of(command));
        var builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.directory(folder.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("TERTULIA_BUILD", "no");
        try {
            return await(builder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Output goes through a file: a command may leave processes behind that keep a pipe open. */
    private static Outcome await(ProcessBuilder builder) throws IOException, InterruptedException {
        var output = Files.createTempFile("tertulia-command", ".log");
        try {
            var process = builder.redirectOutput(output.toFile()).start();
            process.getOutputStream().close();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(
                        "It does not end: " + builder.command() + Files.readString(output));
            }
            var text = Files.readString(output, StandardCharsets.UTF_8);
            return new Outcome(process.exitValue(), text);
        } finally {
            Files.deleteIfExists(output);
        }
    }
}
