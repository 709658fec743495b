package org.tertulia.local.supervision;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tertulia.local.part.Layer;
import org.tertulia.local.part.PartFailure;
import org.tertulia.local.part.Suite;

/**
 * Runs a suite. Parts start side by side, each as soon as what it needs is ready; one that dies is
 * started again; closing stops them layer by layer and returns when no process is left.
 */
public final class Supervisor implements AutoCloseable {
    private static final Duration ROUTING_LIMIT = Duration.ofSeconds(20);
    private static final Duration ROUTING_PAUSE = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Suite suite;
    private final Board board = new Board();
    private final Map<String, PartRunner> runners = new LinkedHashMap<>();
    private final long startedAt;
    private @Nullable Long readyMillis;
    private boolean closed;

    /**
     * Puts a supervisor in charge; nothing starts yet.
     *
     * @param suite what to run
     * @param listener told of each change of a part's state, by the part's thread
     */
    public Supervisor(Suite suite, Consumer<PartStatus> listener) {
        this.suite = suite;
        this.startedAt =
                ProcessHandle.current()
                        .info()
                        .startInstant()
                        .map(it -> it.toEpochMilli())
                        .orElseGet(System::currentTimeMillis);
        for (var part : suite.parts()) {
            var runner =
                    new PartRunner(
                            part, suite.home(), board, () -> areReady(part.needs()), listener);
            runners.put(part.name(), runner);
        }
    }

    /** Starts all parts; returns at once. */
    public void start() {
        runners.forEach((name, it) -> Thread.ofPlatform().daemon().name(name).start(it::run));
    }

    /**
     * Waits until all parts are ready and the gateway routes to them (true), or one cannot be started
     * or all stop (false).
     */
    public boolean awaitReady() {
        board.await(() -> allReady() || anyFailed() || closed);
        var deadline = System.nanoTime() + ROUTING_LIMIT.toNanos();
        while (!suite.isRouted() && System.nanoTime() < deadline) {
            if (board.await(() -> anyFailed() || closed, ROUTING_PAUSE)) {
                return false;
            }
        }
        return board.read(this::noteReady);
    }

    private boolean noteReady() {
        if (allReady() && readyMillis == null) {
            readyMillis = System.currentTimeMillis() - startedAt;
        }
        return allReady();
    }

    /** Starts a part that is stopped; returns when it is ready, or tells false. */
    public boolean start(String name) {
        var runner = runner(name);
        runner.wantRunning();
        var settled = Set.of(PartState.READY, PartState.FAILED);
        board.await(() -> settled.contains(runner.state()), PATIENCE);
        return board.read(() -> runner.state() == PartState.READY);
    }

    /** Stops a part, which then stays stopped; returns when its process has ended. */
    public boolean stop(String name) {
        var runner = runner(name);
        runner.wantStopped();
        return board.await(() -> runner.state().isAtRest(), PATIENCE);
    }

    /** Ends a part's process as a crash would; it is then restarted like after any other. */
    public boolean kill(String name) {
        var process = runner(name).process();
        return process != null && process.handle().destroyForcibly();
    }

    /** The state of all parts, with the memory each takes, which costs some time to find out. */
    public SuiteStatus status() {
        return status(
                runners.values().stream().map(Supervisor::withMemory).toList(),
                ProcessMemory.of(List.of(ProcessHandle.current())));
    }

    /** The state of all parts, without their memory. */
    public SuiteStatus glance() {
        return status(runners.values().stream().map(PartRunner::status).toList(), null);
    }

    private SuiteStatus status(List<PartStatus> parts, @Nullable Long launcherMemory) {
        return new SuiteStatus(
                suite.address(),
                parts.stream().allMatch(it -> it.state() == PartState.READY),
                board.read(() -> readyMillis),
                ProcessHandle.current().pid(),
                launcherMemory,
                parts);
    }

    /** Stops everything, the outermost layer first. Calling it again waits for the same end. */
    @Override
    public void close() {
        board.change(() -> closed = true);
        Arrays.stream(Layer.values()).sorted(Comparator.reverseOrder()).forEach(this::stopLayer);
        runners.values().forEach(PartRunner::close);
    }

    private void stopLayer(Layer layer) {
        var affected = runners.values().stream().filter(it -> it.part().layer() == layer).toList();
        affected.forEach(PartRunner::wantStopped);
        board.await(() -> areAtRest(affected), PATIENCE);
    }

    private static boolean areAtRest(List<PartRunner> affected) {
        return affected.stream().allMatch(it -> it.state().isAtRest());
    }

    private boolean areReady(Set<String> names) {
        return names.stream()
                .map(runners::get)
                .allMatch(it -> it == null || it.state() == PartState.READY);
    }

    private boolean allReady() {
        return runners.values().stream().allMatch(it -> it.state() == PartState.READY);
    }

    private boolean anyFailed() {
        return runners.values().stream().anyMatch(it -> it.state() == PartState.FAILED);
    }

    private PartRunner runner(String name) {
        var runner = runners.get(name);
        if (runner == null) {
            throw new PartFailure(
                    "No part is called %s. The parts are: %s"
                            .formatted(name, String.join(", ", runners.keySet())));
        }
        return runner;
    }

    private static PartStatus withMemory(PartRunner runner) {
        var process = runner.process();
        return process == null
                ? runner.status()
                : runner.status().withMemory(ProcessMemory.of(family(process.handle())));
    }

    /** The process with its children. */
    private static List<ProcessHandle> family(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants()).toList();
    }
}
