package org.tertulia.local.training;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.tertulia.local.home.Home;
import org.tertulia.local.home.RunRecord;
import org.tertulia.local.part.Folders;
import org.tertulia.local.part.OwnSession;
import org.tertulia.local.part.Part;
import org.tertulia.local.part.PartFailure;
import org.tertulia.local.part.Rehearsal;

/**
 * Makes the missing start-up caches in the background. Closing it ends the rehearsal that runs; what
 * is not made is made next time. A failed rehearsal is noted in the log and harms nothing: the part
 * starts without.
 */
public final class Training implements AutoCloseable {
    private static final String NAME = "training";
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final long LOG_LIMIT_BYTES = 1L << 20;
    private static final Duration GLANCE = Duration.ofMillis(200);

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
    private final List<Part> parts;
    private final Duration delay;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    /**
     * @param home where it logs
     * @param parts the parts that may need a cache
     * @param delay how long to wait first, so that a person who has just started the suite has the
     *     machine for themselves
     */
    public Training(Home home, List<Part> parts, Duration delay) {
        this.home = home;
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
        if (isClosedWithin(delay)) {
            return;
        }
        try (var out = openLog()) {
            for (var part : parts) {
                if (isClosedWithin(Duration.ZERO)) {
                    return;
                }
                rehearse(part, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Instances of one service share its cache; the first one makes it. */
    private void rehearse(Part part, PrintWriter out) {
        try {
            var rehearsal = part.rehearsal();
            if (rehearsal.isPresent()) {
                var start = System.nanoTime();
                var outcome = rehearse(rehearsal.get()) ? "made" : "not made";
                out.printf(
                        "%s: start-up cache %s in %d ms%n",
                        part.name(),
                        outcome,
                        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
            }
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
        var finished = awaitEnd(process) && process.exitValue() == 0;
        record.delete(home);
        if (rehearsal.scratch() != null) {
            Folders.delete(rehearsal.scratch());
        }
        return finished && install(rehearsal);
    }

    private boolean awaitEnd(Process process) {
        var deadline = System.nanoTime() + LIMIT.toNanos();
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
            thread.join(Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
