package org.tertulia.load.faults;

import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tertulia.load.client.Patience;
import org.tertulia.load.faults.Fault.Cut;
import org.tertulia.load.faults.Fault.Kill;
import org.tertulia.load.faults.Fault.Pause;
import org.tertulia.load.faults.door.Door;
import org.tertulia.load.home.SuiteControl;
import org.tertulia.load.home.SuiteStatus.Part;

/**
 * Makes faults happen. Processes are those that the suite's launcher tells of at that moment, and no
 * others; a part that is just being started again is waited for, so that each fault of a schedule takes
 * place.
 */
final class Injector {
    private static final Duration PART_IS_BACK_WITHIN = Duration.ofSeconds(90);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final SuiteControl control;
    private final Map<String, Door> doors;
    private final Signals signals = new Signals();
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    private final Map<String, Duration> away = new ConcurrentHashMap<>();
    private final Queue<Thread> returns = new ConcurrentLinkedQueue<>();

    Injector(SuiteControl control, Map<String, Door> doors) {
        this.control = control;
        this.doors = Map.copyOf(doors);
    }

    /** Makes it happen, and returns when it is over. */
    void inject(Fault fault) throws InterruptedException {
        switch (fault) {
            case Kill(var part) -> kill(part);
            case Pause(var part, var length) -> signals.pause(process(part, it -> true), length);
            case Cut(var door, var kind, var length) -> door(door).cut(kind, length);
        }
        counts.merge(fault.kind(), 1, Integer::sum);
    }

    /** A part that has not come up since it was killed last is let come up before it is killed again. */
    private void kill(String part) {
        var process = process(part, Part::isReady);
        signals.kill(process);
        var start = System.nanoTime();
        returns.add(Thread.ofVirtual().start(() -> awaitReturn(part, process.pid(), start)));
    }

    private void awaitReturn(String part, long former, long start) {
        var end = start + PART_IS_BACK_WITHIN.toNanos();
        while (System.nanoTime() - end < 0) {
            var now = control.glance().part(part);
            var pid = now.pid();
            if (now.isReady() && pid != null && pid != former) {
                away.merge(part, Duration.ofNanos(System.nanoTime() - start), Injector::longer);
                return;
            }
            Patience.rest(LOOK_EVERY);
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private Door door(String name) {
        var door = doors.get(name);
        if (door == null) {
            throw new IllegalArgumentException("no door " + name);
        }
        return door;
    }

    private ProcessHandle process(String name, Predicate<Part> wanted) {
        var end = System.nanoTime() + PART_IS_BACK_WITHIN.toNanos();
        while (true) {
            var part = control.glance().part(name);
            if (wanted.test(part)) {
                var process = handle(part);
                if (process != null) {
                    return process;
                }
            }
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException(
                        "%s is not back within %s".formatted(part, PART_IS_BACK_WITHIN));
            }
            Patience.rest(LOOK_EVERY);
        }
    }

    private static @Nullable ProcessHandle handle(Part part) {
        var pid = part.pid();
        return pid == null ? null : ProcessHandle.of(pid).orElse(null);
    }

    /** How long each part was away at most when it was killed, until it was ready again. */
    Map<String, Duration> away() throws InterruptedException {
        for (var waiting : returns) {
            waiting.join();
        }
        return new TreeMap<>(away);
    }

    /** How many faults there were, by kind. */
    Map<String, Integer> counts() {
        return new TreeMap<>(counts);
    }
}
