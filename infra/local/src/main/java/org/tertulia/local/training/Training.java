package org.tertulia.local.training;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.tertulia.local.home.Home;
import org.tertulia.local.home.RunRecord;
import org.tertulia.local.part.Folders;
import org.tertulia.local.part.OwnSession;
import org.tertulia.local.part.Part;
import org.tertulia.local.part.PartFailure;
import org.tertulia.local.part.Probe;
import org.tertulia.local.part.Rehearsal;
import org.tertulia.local.verification.SpareSuite;

/**
 * Makes the missing start-up caches in the background: each part rehearses on a stage of its own, a
 * backbone with empty data beside the running one. Closing it ends the rehearsal that runs; what is
 * not made is made next time. A failed rehearsal is noted in the log and harms nothing: the part
 * starts without.
 */
public final class Training implements AutoCloseable {
    private static final String NAME = "training";
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final long LOG_LIMIT_BYTES = 1L << 20;
    private static final Duration GLANCE = Duration.ofMillis(200);
    private static final Duration STAGE_CLOSES_WITHIN = Duration.ofSeconds(30);

    /** What parts need around them to come up. */
    private static final Set<String> BACKBONE = Set.of("postgresql", "kafka", "s3", "discovery");

    /** Asked of a part that has come up, so that it has answered before it records the end. */
    private static final List<String> QUESTIONS = List.of("/readyz", "/livez", "/", "/api/v1/any");

    private static final int ROUNDS_OF_QUESTIONS = 5;

    /**
     * A niceness counts only against processes of the same session where the system groups them by
     * session (Linux, autogroup), so the group is given the lowest priority as well.
     */
    private static final List<String> LOWEST_PRIORITY =
            List.of(
                    "sh",
                    "-c",
                    "(echo 19 > /proc/self/autogroup) 2>/dev/null; exec nice -n 19 \"$@\"",
                    "sh");

    private final Home home;
    private final Path modules;
    private final List<Part> parts;
    private final Duration delay;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    /**
     * @param home where it logs and rehearses
     * @param modules the folder with the built modules
     * @param parts the parts that may need a cache
     * @param delay how long to wait first, so that a person who has just started the suite has the
     *     machine for themselves
     */
    public Training(Home home, Path modules, List<Part> parts, Duration delay) {
        this.home = home;
        this.modules = modules;
        this.parts = List.copyOf(parts);
        this.delay = delay;
        this.thread = Thread.ofPlatform().daemon().name(NAME).unstarted(this::run);
    }

    /** Begins; returns at once. */
    public void start() {
        thread.start();
    }

    /** Waits until every cache is made or has failed. */
    public void await() throws InterruptedException {
        thread.join();
    }

    private void run() {
        if (isClosedWithin(delay) || parts.stream().noneMatch(Part::lacksStartUpCache)) {
            return;
        }
        try (var out = openLog()) {
            rehearseAll(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void rehearseAll(PrintWriter out) throws IOException {
        var scratch = home.rehearsal();
        Folders.delete(scratch.root());
        try (var stage = SpareSuite.start(modules, scratch, BACKBONE, out)) {
            for (var part : stage.allParts()) {
                if (isClosedWithin(Duration.ZERO)) {
                    return;
                }
                rehearse(part, out);
            }
        } catch (PartFailure e) {
            out.printf("No stage for rehearsals: %s%n", e.getMessage());
        }
    }

    private void rehearse(Part part, PrintWriter out) {
        if (!part.lacksStartUpCache()) {
            return;
        }
        try {
            var start = System.nanoTime();
            var outcome = rehearse(part.rehearsal().orElseThrow()) ? "made" : "not made";
            out.printf(
                    "%s: start-up cache %s in %d ms%n",
                    part.name(), outcome, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        } catch (IOException | PartFailure e) {
            out.printf("%s: no start-up cache: %s%n", part.name(), e.getMessage());
        }
    }

    private boolean rehearse(Rehearsal rehearsal) throws IOException {
        var command = new ArrayList<>(LOWEST_PRIORITY);
        command.addAll(rehearsal.launch().command());
        var log = home.log(NAME).toFile();
        var builder =
                new ProcessBuilder(OwnSession.of(command))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().putAll(rehearsal.launch().environment());
        var process = builder.start();
        var record = RunRecord.of(NAME, process.toHandle(), 0);
        record.save(home);
        var deadline = System.nanoTime() + LIMIT.toNanos();
        var port = rehearsal.port();
        if (port != null) {
            perform(process, port, deadline);
        }
        var finished = awaitEnd(process, deadline);
        record.delete(home);
        if (rehearsal.scratch() != null) {
            Folders.delete(rehearsal.scratch());
        }
        return finished && install(rehearsal);
    }

    /** Waits until it serves, asks it something, and tells it to end. */
    private void perform(Process process, int port, long deadline) {
        while (process.isAlive() && !Probe.isOk(port, QUESTIONS.getFirst())) {
            if (isClosedWithin(GLANCE) || System.nanoTime() > deadline) {
                return;
            }
        }
        for (int round = 0; round < ROUNDS_OF_QUESTIONS; round++) {
            QUESTIONS.forEach(path -> Probe.isOk(port, path));
        }
        process.destroy();
    }

    private boolean awaitEnd(Process process, long deadline) {
        while (process.isAlive()) {
            if (isClosedWithin(GLANCE) || System.nanoTime() > deadline) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                return false;
            }
        }
        return true;
    }

    private static boolean install(Rehearsal rehearsal) throws IOException {
        var draft = rehearsal.draft();
        if (Files.notExists(draft)) {
            return false;
        }
        Files.move(draft, rehearsal.cache(), StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    private boolean isClosedWithin(Duration time) {
        try {
            return closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** The rehearsals' own output goes to the same file. */
    private PrintWriter openLog() throws IOException {
        var log = home.log(NAME);
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT_BYTES) {
            Files.delete(log);
        }
        return new PrintWriter(
                Files.newBufferedWriter(
                        log,
                        StandardCharsets.UTF_8,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND),
                true);
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(STAGE_CLOSES_WITHIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
