package org.tertulia.load.bench;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tertulia.load.client.Person;

/**
 * Opens sockets on which nothing is said, and reads how much more memory the suite takes then. Some are
 * opened and closed before, so that what comes with the first ones only is not counted.
 */
final class IdleBench {
    /** One of so many sockets is opened before it counts. */
    private static final int WARM_UP_SHARE = 10;

    /** Memory is steady when all processes together grew by less between two looks. */
    private static final long STEADY_BYTES = 1 << 20;

    private static final int MOST_LOOKS = 12;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
    private static final String ROW = "  %-36s %12s %14s";

    private final List<SuiteProcess> processes;
    private final List<Person> people;
    private final int sockets;
    private final PrintWriter out;
    private boolean steady = true;

    IdleBench(List<SuiteProcess> processes, List<Person> people, int sockets, PrintWriter out) {
        this.processes = processes;
        this.people = people;
        this.sockets = sockets;
        this.out = out;
    }

    /**
     * Measures once, and prints what a socket takes.
     *
     * @throws BenchFailure when a socket does not open, or one is closed meanwhile
     */
    IdleResult run() throws InterruptedException {
        PeopleSockets.open(people, Math.max(1, sockets / WARM_UP_SHARE)).close();
        var before = footprints(() -> {});
        tell("%d sockets are opened.".formatted(sockets));
        var open = PeopleSockets.open(people, sockets);
        try {
            tell("They are open.");
            var after = footprints(open::keepAlive);
            if (!open.ears().trouble().isEmpty()) {
                throw new BenchFailure("Not all stayed open: " + open.ears().trouble());
            }
            var result = IdleResult.of(sockets, people.size(), before, after, steady);
            print(result);
            return result;
        } finally {
            open.close();
        }
    }

    private Map<String, Footprint> footprints(Runnable between) throws InterruptedException {
        var last = look();
        for (var looks = 1; looks < MOST_LOOKS; looks++) {
            between.run();
            Thread.sleep(LOOK_EVERY);
            var next = look();
            if (Math.abs(resident(next) - resident(last)) < STEADY_BYTES) {
                return next;
            }
            last = next;
        }
        steady = false;
        return last;
    }

    private Map<String, Footprint> look() throws InterruptedException {
        var footprints = new LinkedHashMap<String, Footprint>();
        for (var process : processes) {
            footprints.put(process.name(), process.footprint());
        }
        return footprints;
    }

    private static long resident(Map<String, Footprint> footprints) {
        return footprints.values().stream().mapToLong(Footprint::resident).sum();
    }

    private void print(IdleResult result) {
        out.println();
        out.println(ROW.formatted("bytes for each idle socket", "resident", "of it heap"));
        result.perSocket()
                .forEach(
                        (name, bytes) ->
                                out.println(ROW.formatted(name, bytes.resident(), bytes.heap())));
        if (!result.steady()) {
            out.println("  It still changed when it was read.");
        }
        out.flush();
    }

    private void tell(String line) {
        out.println(line);
        out.flush();
    }
}
