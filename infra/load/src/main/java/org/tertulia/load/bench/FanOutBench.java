package org.tertulia.load.bench;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Fan-out in several rooms by turns, the suite's first. A room is warmed up before it is measured;
 * frames of the others are as long as the suite's.
 */
final class FanOutBench {
    private static final double NANOS_PER_SECOND = 1e9;

    private final BenchPlan plan;
    private final List<Contender> rooms;
    private final PrintWriter out;
    private int rounds;

    /** What is known of one room. */
    private static final class Contender {
        private final Room room;
        private final List<FanOut> full = new ArrayList<>();
        private final List<FanOut> paced = new ArrayList<>();
        private final List<FanOut> half = new ArrayList<>();
        private int textLength;

        Contender(Room room, int textLength) {
            this.room = room;
            this.textLength = textLength;
        }
    }

    FanOutBench(BenchPlan plan, List<Room> rooms, PrintWriter out) {
        this.plan = plan;
        this.rooms = rooms.stream().map(it -> new Contender(it, plan.textLength())).toList();
        this.out = out;
    }

    FanOutResult run() throws InterruptedException {
        warmUp();
        for (var round = 1; round <= plan.rounds(); round++) {
            for (var contender : rooms) {
                contender.full.add(full(contender));
                contender.paced.add(paced(contender, plan.rate()));
            }
            tell(round);
        }
        for (var round = 1; round <= plan.rounds(); round++) {
            for (var contender : rooms) {
                contender.half.add(paced(contender, halfRate(contender)));
            }
        }
        return new FanOutResult(
                comparison(it -> it.full), comparison(it -> it.paced), comparison(it -> it.half));
    }

    /** The compilers of the suite's processes need some thousands of messages to be done. */
    private void warmUp() throws InterruptedException {
        var suite = rooms.getFirst();
        var frame = fullRound(suite).frameBytes();
        for (var contender : rooms.subList(1, rooms.size())) {
            contender.textLength = contender.textLength + frame - fullRound(contender).frameBytes();
        }
        for (var contender : rooms) {
            full(contender);
        }
    }

    private Round fullRound(Contender contender) throws InterruptedException {
        var round = new Round(++rounds, plan.messages(), plan.sockets(), plan.underWay());
        run(contender, round, Duration.ZERO);
        return round;
    }

    private FanOut full(Contender contender) throws InterruptedException {
        var round = new Round(++rounds, plan.messages(), plan.sockets(), plan.underWay());
        return run(contender, round, Duration.ZERO);
    }

    private FanOut paced(Contender contender, double perSecond) throws InterruptedException {
        var messages = (int) Math.max(1, perSecond * plan.length().toMillis() / 1000);
        var round = new Round(++rounds, messages, plan.sockets(), messages);
        return run(contender, round, Duration.ofNanos((long) (NANOS_PER_SECOND / perSecond)));
    }

    private FanOut run(Contender contender, Round round, Duration pause)
            throws InterruptedException {
        var room = contender.room;
        // All of them: several rounds of others, each too short for a sign of life, add up.
        rooms.forEach(it -> it.room.keepAlive());
        room.enter(round);
        var others = rooms.stream().map(it -> it.room).filter(it -> !it.equals(room)).toList();
        try (var _ = KeepAlive.of(others)) {
            return round.run(room, contender.textLength, pause);
        }
    }

    private double halfRate(Contender contender) {
        return Median.of(contender.full, FanOut::deliveriesPerSecond) / plan.sockets() / 2;
    }

    private Comparison comparison(Function<Contender, List<FanOut>> measured) {
        Map<String, List<FanOut>> byRoom = new LinkedHashMap<>();
        rooms.forEach(it -> byRoom.put(it.room.name(), measured.apply(it)));
        return Comparison.of(byRoom);
    }

    private void tell(int round) {
        var figures =
                rooms.stream()
                        .map(
                                it ->
                                        String.format(
                                                Locale.ROOT,
                                                "%s %.0f",
                                                it.room.name(),
                                                it.full.getLast().deliveriesPerSecond()))
                        .collect(Collectors.joining(", "));
        out.printf("  fan-out %d/%d, deliveries/s: %s%n", round, plan.rounds(), figures);
        out.flush();
    }
}
