package org.tertulia.load.suite;

import java.time.Duration;
import java.util.HashSet;
import java.util.function.LongSupplier;

/**
 * Kills the programs of a name that a process starts, as soon as they are seen, so many of them and each once. Other
 * processes' programs are left alone.
 */
final class ProgramKiller implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(5);

    private final LongSupplier parent;
    private final String program;
    private final int most;
    private final HashSet<Long> killed = new HashSet<>();
    private final Thread thread;
    private volatile boolean closed;

    /** {@code parent} tells the id of the process, which may be another one after a while. */
    ProgramKiller(LongSupplier parent, String program, int most) {
        this.parent = parent;
        this.program = program;
        this.most = most;
        this.thread = Thread.ofVirtual().name("kill-" + program).start(this::run);
    }

    private void run() {
        while (!closed && killed() < most) {
            ProcessHandle.of(parent.getAsLong()).stream()
                    .flatMap(ProcessHandle::descendants)
                    .filter(this::isProgram)
                    .forEach(this::kill);
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private boolean isProgram(ProcessHandle process) {
        return process.info().command().filter(it -> it.endsWith("/" + program)).isPresent();
    }

    private synchronized void kill(ProcessHandle process) {
        if (killed.size() < most && process.destroyForcibly()) {
            killed.add(process.pid());
        }
    }

    /** How many so far. */
    synchronized int killed() {
        return killed.size();
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.interrupt();
        thread.join();
    }
}
