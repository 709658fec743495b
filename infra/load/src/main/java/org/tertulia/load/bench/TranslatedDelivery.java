package org.tertulia.load.bench;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tertulia.load.client.Patience;
import org.tertulia.load.client.Person;
import org.tertulia.load.home.OtherSettings;
import org.tertulia.load.home.SuiteHome;
import org.tertulia.load.translation.PretendedEngine;
import org.tertulia.load.translation.PretendedEngine.Habit;

/**
 * Messages of a group, while its members have them translated by Apertium and while they do not. An engine before Apertium
 * leaves all to it, or hangs, fails or talks nonsense, and is tried again and again. All take turns in the same processes, so that each has the
 * same machine. How long the messages themselves take is what is measured.
 */
final class TranslatedDelivery {
    private static final String PART = "translation-service";
    private static final int LENGTH = 30;

    /** What is wanted is known at once, but no answer says so. */
    private static final Duration KNOWN_WITHIN = Duration.ofMillis(500);

    /** The bad engine is tried again so soon, in each round; and a working one may answer all. */
    private static final Map<String, String> LIMITS =
            Map.of(
                    "TERTULIA_TRANSLATION_LIBRETRANSLATE_LIMITS_PAUSE",
                    "1s",
                    "TERTULIA_TRANSLATION_LIBRETRANSLATE_LIMITS_PERMINUTE",
                    "100000");

    /** What has not come by then, did not. The engine's pause is over as well. */
    private static final Duration IN_TIME = Duration.ofSeconds(3);

    private static final Duration AVAILABLE_WITHIN = Duration.ofMinutes(1);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final double NANOS_PER_SECOND = 1e9;

    /** Rounds of each kind before those that count: the compilers of the suite's processes are not done sooner. */
    private static final int WARM_UP = 2;

    /** Answers of the engine until it counts as good again. */
    private static final int GOOD_ANSWERS = 4;

    /** What is measured; the one that answers is for making it count as good. */
    private static final List<Habit> HABITS =
            List.of(Habit.REFUSES, Habit.HANGS, Habit.FAILS, Habit.TALKS_NONSENSE);

    private final TranslatedRoom room;
    private final Person asking;
    private final SuiteHome home;
    private final TranslationPlan plan;
    private int rounds;
    private int turn;

    TranslatedDelivery(TranslatedRoom room, Person asking, SuiteHome home, TranslationPlan plan) {
        this.room = room;
        this.asking = asking;
        this.home = home;
        this.plan = plan;
    }

    /**
     * All kinds.
     *
     * @param unwanted while nobody wanted translations
     * @param wanted while all did, by what the engine did
     */
    record Deliveries(DeliveryFigures unwanted, Map<Habit, DeliveryFigures> wanted) {
        /** One for each kind. */
        List<String> lines(String row) {
            var normal = Objects.requireNonNull(wanted.get(Habit.REFUSES)).p99Millis();
            var lines = new ArrayList<String>();
            lines.add(unwanted.line(row, "not translated", normal));
            wanted.forEach((habit, of) -> lines.add(of.line(row, name(habit), normal)));
            return lines;
        }

        private static String name(Habit habit) {
            return switch (habit) {
                case ANSWERS -> "by an engine that answers";
                case REFUSES -> "by Apertium, nothing is broken";
                case HANGS -> "after an engine that hangs";
                case FAILS -> "after one that fails";
                case TALKS_NONSENSE -> "after one that talks nonsense";
            };
        }
    }

    Deliveries run(PrintWriter out) throws InterruptedException {
        try (var engine = PretendedEngine.start(Habit.ANSWERS);
                var _ = OtherSettings.start(home, PART, settings(engine))) {
            awaitAvailable();
            var unwanted = new Turns();
            var wanted = byHabit();
            for (var i = 0; i < WARM_UP; i++) {
                turns(engine, byHabit(), new Turns());
            }
            for (var i = 1; i <= plan.rounds(); i++) {
                turns(engine, wanted, unwanted);
                out.printf("  turn %d of %d%n", i, plan.rounds());
                out.flush();
            }
            var figures = new EnumMap<Habit, DeliveryFigures>(Habit.class);
            wanted.forEach((habit, turns) -> figures.put(habit, turns.figures()));
            return new Deliveries(unwanted.figures(), figures);
        }
    }

    private static EnumMap<Habit, Turns> byHabit() {
        var all = new EnumMap<Habit, Turns>(Habit.class);
        HABITS.forEach(habit -> all.put(habit, new Turns()));
        return all;
    }

    private static Map<String, String> settings(PretendedEngine engine) {
        var all = new HashMap<>(engine.settings());
        all.putAll(LIMITS);
        return all;
    }

    private void awaitAvailable() {
        var end = System.nanoTime() + AVAILABLE_WITHIN.toNanos();
        while (!isAvailable()) {
            if (System.nanoTime() > end) {
                throw new BenchFailure("translation-service does not find the bad engine");
            }
            Patience.rest(LOOK_EVERY);
        }
    }

    /** The gateway may not have seen yet that the service is back. */
    private boolean isAvailable() {
        try {
            return asking.translations().isAvailable(PretendedEngine.NAME);
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** One round of each kind; the order moves on each time, so that none has always the same one before it. */
    private void turns(PretendedEngine engine, Map<Habit, Turns> wanted, Turns unwanted)
            throws InterruptedException {
        var habits = new ArrayList<>(HABITS);
        Collections.rotate(habits, turn++);
        for (var habit : habits) {
            makeKnownAsGood(engine);
            var asked = engine.asked();
            engine.become(habit);
            var round = round(true);
            Patience.rest(IN_TIME);
            var requests = engine.asked() - asked;
            if (requests == 0) {
                throw new BenchFailure("The engine that " + habit + " was never asked");
            }
            Objects.requireNonNull(wanted.get(habit)).add(round, requests);
        }
        unwanted.add(round(false), 0);
    }

    /** So that its breaker is closed, as it is when an engine has worked all day. */
    private void makeKnownAsGood(PretendedEngine engine) {
        engine.become(Habit.ANSWERS);
        var end = System.nanoTime() + AVAILABLE_WITHIN.toNanos();
        for (var good = 0; good < GOOD_ANSWERS; ) {
            var view = asking.translations().translate(PretendedEngine.SPANISH, "en");
            good = PretendedEngine.NAME.equals(view.engine()) ? good + 1 : 0;
            if (System.nanoTime() > end) {
                throw new BenchFailure("translation-service leaves the engine alone for too long");
            }
            Patience.rest(LOOK_EVERY);
        }
    }

    private Round round(boolean english) throws InterruptedException {
        room.keepAlive();
        room.want(english);
        Patience.rest(KNOWN_WITHIN);
        var round = new Round(++rounds, plan.messages(), room.sockets(), plan.messages());
        room.enter(round);
        round.run(room, LENGTH, Duration.ofNanos((long) (NANOS_PER_SECOND / plan.rate())));
        return round;
    }

    /** The rounds of one kind. */
    private static final class Turns {
        private final List<Latencies> latencies = new ArrayList<>();
        private int came;
        private int asked;

        void add(Round round, int requests) {
            latencies.add(round.latencies());
            came += round.translations();
            asked += requests;
        }

        DeliveryFigures figures() {
            return DeliveryFigures.of(latencies, came, asked);
        }
    }
}
