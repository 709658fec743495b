package org.tertulia.load.suite;

import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/** Kills programs of Apertium that a process has started, at random and again and again, until it is closed. */
final class StageKiller implements AutoCloseable {
    private static final Set<String> PROGRAMS = Set.of("lt-proc", "lrx-proc");
    private static final String PREFIX = "apertium";
    private static final int SHORTEST_PAUSE_MILLIS = 50;
    private static final int LONGEST_PAUSE_MILLIS = 400;

    private final LongSupplier parent;
    private final Random random;
    private final AtomicInteger killed = new AtomicInteger();
    private final Thread thread;
    private volatile boolean closed;

    /**
     * Begins.
     *
     * @param parent tells the id of the process
     * @param seed which one is killed, and when
     */
    StageKiller(LongSupplier parent, long seed) {
        this.parent = parent;
        this.random = new Random(seed);
        this.thread = Thread.ofVirtual().name("kill-stages").start(this::run);
    }

    private void run() {
        while (!closed) {
            var stages =
                    ProcessHandle.of(parent.getAsLong()).stream()
                            .flatMap(ProcessHandle::descendants)
                            .filter(StageKiller::isStage)
                            .toList();
            if (!stages.isEmpty() && stages.get(random.nextInt(stages.size())).destroyForcibly()) {
                killed.incrementAndGet();
            }
            try {
                Thread.sleep(
                        Duration.ofMillis(
                                random.nextInt(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS)));
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static boolean isStage(ProcessHandle process) {
        var command = process.info().command().orElse("");
        var program = command.substring(command.lastIndexOf('/') + 1);
        return PROGRAMS.contains(program) || program.startsWith(PREFIX);
    }

    /** How many so far. */
    int killed() {
        return killed.get();
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.interrupt();
        thread.join();
    }
}
