package org.tertulia.load.bench;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tertulia.load.bench.BenchResult.Pair;

/**
 * Fan-out in both rooms by turns. A room is warmed up before it is measured; frames of the baseline
 * are as long as the suite's.
 */
final class FanOutBench {
    private final BenchPlan plan;
    private final Room suite;
    private final Room baseline;
    private final PrintWriter out;
    private final List<FanOut> suiteFull = new ArrayList<>();
    private final List<FanOut> baselineFull = new ArrayList<>();
    private final List<FanOut> suitePaced = new ArrayList<>();
    private final List<FanOut> baselinePaced = new ArrayList<>();
    private int baselineText;
    private int rounds;

    FanOutBench(BenchPlan plan, Room suite, Room baseline, PrintWriter out) {
        this.plan = plan;
        this.suite = suite;
        this.baseline = baseline;
        this.out = out;
        this.baselineText = plan.textLength();
    }

    void run() throws InterruptedException {
        warmUp();
        for (var round = 1; round <= plan.rounds(); round++) {
            suiteFull.add(full(suite, plan.textLength(), plan.messages()));
            baselineFull.add(full(baseline, baselineText, plan.messages()));
            suitePaced.add(paced(suite, plan.textLength()));
            baselinePaced.add(paced(baseline, baselineText));
            tell(round);
        }
    }

    /** As many messages as possible. */
    Pair<FanOut> full() {
        return new Pair<>(suiteFull, baselineFull);
    }

    /** Messages at a steady rate. */
    Pair<FanOut> paced() {
        return new Pair<>(suitePaced, baselinePaced);
    }

    /** The compilers of the suite's processes need some thousands of messages to be done. */
    private void warmUp() throws InterruptedException {
        var first = round(plan.messages());
        first.run(enter(suite, first), plan.textLength(), Duration.ZERO);
        baselineText = first.frameBytes();
        full(baseline, baselineText, plan.messages());
        full(suite, plan.textLength(), plan.messages());
        full(baseline, baselineText, plan.messages());
    }

    private FanOut full(Room room, int textLength, int messages) throws InterruptedException {
        var round = round(messages);
        return round.run(enter(room, round), textLength, Duration.ZERO);
    }

    private FanOut paced(Room room, int textLength) throws InterruptedException {
        var messages = plan.pacedMessages();
        var round = new Round(++rounds, messages, plan.sockets(), messages);
        return round.run(enter(room, round), textLength, plan.pause());
    }

    private Round round(int messages) {
        return new Round(++rounds, messages, plan.sockets(), plan.underWay());
    }

    private static Room enter(Room room, Round round) {
        room.keepAlive();
        room.enter(round);
        return room;
    }

    private void tell(int round) {
        out.printf(
                Locale.ROOT,
                "  fan-out %d/%d: suite %.0f deliveries/s, baseline %.0f%n",
                round,
                plan.rounds(),
                suiteFull.getLast().deliveriesPerSecond(),
                baselineFull.getLast().deliveriesPerSecond());
        out.flush();
    }
}
