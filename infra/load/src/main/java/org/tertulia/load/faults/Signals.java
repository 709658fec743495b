package org.tertulia.load.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Ends processes and makes them stand still. Whoever stands still when this program ends, however it
 * ends but by a kill, goes on.
 */
final class Signals {
    private final Set<ProcessHandle> standing = ConcurrentHashMap.newKeySet();

    Signals() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> resume(List.copyOf(standing))));
    }

    /** Ends a process as a crash does. */
    void kill(ProcessHandle process) {
        process.destroyForcibly();
    }

    /** Makes a process and its children stand still, and returns when they go on. */
    void pause(ProcessHandle process, Duration length) throws InterruptedException {
        var family = Stream.concat(Stream.of(process), process.descendants()).toList();
        standing.addAll(family);
        try {
            send("STOP", family);
            Thread.sleep(length);
        } finally {
            resume(family);
        }
    }

    private void resume(List<ProcessHandle> family) {
        send("CONT", family);
        family.forEach(standing::remove);
    }

    /** Java itself knows only the signals that end a process. */
    private static void send(String signal, List<ProcessHandle> processes) {
        var command =
                new ArrayList<>(List.of("/bin/sh", "-c", "kill -%s \"$@\"".formatted(signal)));
        command.add("kill");
        processes.stream()
                .filter(ProcessHandle::isAlive)
                .map(it -> "" + it.pid())
                .forEach(command::add);
        try {
            var sent = new ProcessBuilder(command).redirectErrorStream(true).start();
            sent.getOutputStream().close();
            // One that has ended meanwhile is no reason to worry; the others have got it.
            sent.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot send " + signal, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
