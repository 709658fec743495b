package org.tertulia.local.supervision;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.tertulia.local.home.Home;
import org.tertulia.local.home.RunRecord;
import org.tertulia.local.part.Launch;
import org.tertulia.local.part.OwnSession;
import org.tertulia.local.part.PartFailure;

/**
 * A started process with its log and its record in the state folder. It has a session of its own
 * where the system offers that, so that Ctrl-C in the terminal reaches only the launcher, which then
 * stops the parts in order.
 */
final class PartProcess {
    private final Home home;
    private final Process process;
    private final AtomicInteger printedLines = new AtomicInteger();
    private final PartLog log;
    private final Thread logger;
    private volatile RunRecord record;

    private PartProcess(Home home, Process process, RunRecord record, Runnable onLine) {
        this.home = home;
        this.process = process;
        this.record = record;
        this.log = new PartLog(home.log(record.part()), () -> countLine(onLine));
        this.logger =
                Thread.ofPlatform()
                        .daemon()
                        .name(record.part() + "-log")
                        .start(() -> log.follow(process.getInputStream()));
    }

    /**
     * Starts a command for a part.
     *
     * @param onLine called whenever the process has printed a line
     * @throws PartFailure when there is no such program
     */
    static PartProcess start(Home home, String part, Launch launch, int port, Runnable onLine) {
        var builder = new ProcessBuilder(OwnSession.of(launch.command())).redirectErrorStream(true);
        builder.environment().putAll(launch.environment());
        try {
            var process = builder.start();
            process.getOutputStream().close();
            var record = RunRecord.of(part, process.toHandle(), port);
            record.save(home);
            return new PartProcess(home, process, record, onLine);
        } catch (IOException e) {
            throw new PartFailure("Cannot start " + part, e);
        }
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** How many lines it has printed so far. */
    int printedLines() {
        return printedLines.get();
    }

    private void countLine(Runnable onLine) {
        printedLines.incrementAndGet();
        onLine.run();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Calls back once, from any thread, when the process has ended. */
    void onExit(Runnable callback) {
        var unused = process.onExit().thenRun(callback);
    }

    void ready(long millis) {
        record = record.ready(millis);
        record.save(home);
    }

    /** Waits for the end; tells whether it came in time. */
    boolean awaitExit(long limit, TimeUnit unit) {
        try {
            return process.waitFor(limit, unit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    /** To be called when the process has ended: the record goes, the log is complete. */
    void bury() {
        try {
            logger.join(TimeUnit.SECONDS.toMillis(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        record.delete(home);
    }

    /** How it ended and its last lines, for the person who has to find out why. */
    List<String> obituary(int lines) {
        var text = new ArrayList<String>();
        text.add("%s ended with exit code %d".formatted(record.part(), process.exitValue()));
        log.lastLines(lines).forEach(it -> text.add("  | " + it));
        return text;
    }
}
