package org.tertulia.load.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.tertulia.load.client.Person;

/** Somebody comes back, frame by frame and in batches by turns. */
final class ResumeBench {
    /** Rounds of each kind that do not count: the compilers of the suite's processes are not done before. */
    private static final int WARM_UP = 5;

    private static final String ROW = "  %-34s %12s %12s";

    private final Person reader;
    private final Backlog backlog;
    private final int rounds;

    ResumeBench(Person reader, Backlog backlog, int rounds) {
        this.reader = reader;
        this.backlog = backlog;
        this.rounds = rounds;
    }

    Result run() throws InterruptedException {
        var plain = new ArrayList<CaughtUp>();
        var batched = new ArrayList<CaughtUp>();
        for (var i = 0; i < WARM_UP + rounds; i++) {
            plain.add(new Comeback(backlog, false).run(reader));
            batched.add(new Comeback(backlog, true).run(reader));
        }
        return new Result(
                backlog.lastSeqs().size(),
                Comeback.missed(backlog),
                plain.getFirst(),
                batched.getFirst(),
                plain.subList(WARM_UP, plain.size()),
                batched.subList(WARM_UP, batched.size()));
    }

    /**
     * What was measured.
     *
     * @param chats how many chats there were
     * @param entries how many entries were missed, in all of them
     * @param firstPlain the very first time, before anything was compiled
     * @param firstBatched the first time in batches
     * @param plain frame by frame, in every round
     * @param batched in batches, in every round
     */
    record Result(
            int chats,
            long entries,
            CaughtUp firstPlain,
            CaughtUp firstBatched,
            List<CaughtUp> plain,
            List<CaughtUp> batched) {

        List<String> lines() {
            return List.of(
                    "",
                    "Coming back: %d entries missed in %d chats, through the gateway."
                            .formatted(entries, chats),
                    ROW.formatted("", "plain", "in batches"),
                    ROW.formatted(
                            "first time, ms",
                            "%.0f".formatted(firstPlain.millis()),
                            "%.0f".formatted(firstBatched.millis())),
                    row("open to resumed, ms", CaughtUp::millis),
                    row("hello to resumed, ms", CaughtUp::resumeMillis),
                    row("kB on the wire", round -> round.bytes() / 1000.0),
                    row("WebSocket messages", CaughtUp::messages));
        }

        private String row(String name, ToDoubleFunction<CaughtUp> figure) {
            return ROW.formatted(
                    name,
                    String.format(Locale.ROOT, "%.0f", Median.of(plain, figure)),
                    String.format(Locale.ROOT, "%.0f", Median.of(batched, figure)));
        }
    }
}
