package org.tertulia.load.suite;

import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/**
 * Kills programs that a process has started, one after the other and each once, until it is closed. Other processes'
 * programs are left alone.
 */
final class ProgramKiller implements AutoCloseable {
    private final LongSupplier parent;
    private final Pattern programs;
    private final Pace pace;
    private final Random random;
    private final HashSet<Long> killed = new HashSet<>();
    private final Thread thread;
    private volatile boolean closed;

    /**
     * When they are killed, and how many.
     *
     * @param shortest pause after each look for one
     * @param longest pause; more than the shortest
     * @param most programs that are killed
     * @param seed which one is killed, and when
     */
    record Pace(Duration shortest, Duration longest, int most, long seed) {}

    /**
     * Begins.
     *
     * @param parent tells the id of the process, which may be another one after a while
     * @param programs the name of a program's file
     */
    ProgramKiller(LongSupplier parent, Pattern programs, Pace pace) {
        this.parent = parent;
        this.programs = programs;
        this.pace = pace;
        this.random = new Random(pace.seed());
        this.thread = Thread.ofVirtual().name("kill-programs").start(this::run);
    }

    private void run() {
        while (!closed && killed() < pace.most()) {
            killOne();
            try {
                Thread.sleep(
                        Duration.ofMillis(
                                random.nextLong(
                                        pace.shortest().toMillis(), pace.longest().toMillis())));
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private synchronized void killOne() {
        var living =
                ProcessHandle.of(parent.getAsLong()).stream()
                        .flatMap(ProcessHandle::descendants)
                        .filter(it -> !killed.contains(it.pid()) && isProgram(it))
                        .toList();
        if (!living.isEmpty()) {
            var chosen = living.get(random.nextInt(living.size()));
            if (chosen.destroyForcibly()) {
                killed.add(chosen.pid());
            }
        }
    }

    private boolean isProgram(ProcessHandle process) {
        var command = process.info().command().orElse("");
        return programs.matcher(command.substring(command.lastIndexOf('/') + 1)).matches();
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
