package org.tertulia.load.bench;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tertulia.load.bench.BenchResult.Pair;
import org.tertulia.load.client.Patience;
import org.tertulia.load.client.Person;
import org.tertulia.load.home.OtherSettings;
import org.tertulia.load.home.SuiteHome;
import org.tertulia.load.translation.BadEngine;

/**
 * Messages of a group, while its members have them translated and while they do not, by turns: with Apertium, and with an
 * engine before it that hangs, fails or talks nonsense. How long the messages themselves take is what is measured.
 */
final class TranslatedDelivery {
    private static final String PART = "translation-service";
    private static final int LENGTH = 30;

    /** What is wanted is known at once, but no answer says so. */
    private static final Duration KNOWN_WITHIN = Duration.ofMillis(500);

    private static final Duration TRANSLATED_WITHIN = Duration.ofSeconds(3);
    private static final Duration AVAILABLE_WITHIN = Duration.ofMinutes(1);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final double NANOS_PER_SECOND = 1e9;

    private final TranslatedRoom room;
    private final Person asking;
    private final SuiteHome home;
    private final TranslationPlan plan;
    private int rounds;

    TranslatedDelivery(TranslatedRoom room, Person asking, SuiteHome home, TranslationPlan plan) {
        this.room = room;
        this.asking = asking;
        this.home = home;
        this.plan = plan;
    }

    /**
     * With one kind of engine.
     *
     * @param engine which one
     * @param rounds those with translation wanted, and those without
     * @param came the share of the translations that came
     * @param asked how often the bad engine was asked; 0 without one
     */
    record Delivery(String engine, Pair<FanOut> rounds, double came, int asked) {
        String line(String row) {
            var wanted = Median.of(rounds.suite(), FanOut::p99Millis);
            var unwanted = Median.of(rounds.baseline(), FanOut::p99Millis);
            return String.format(
                    Locale.ROOT,
                    row,
                    engine,
                    String.format(Locale.ROOT, "%.2f", wanted),
                    String.format(Locale.ROOT, "%.2f", unwanted),
                    String.format(Locale.ROOT, "%.2f", wanted / unwanted),
                    String.format(Locale.ROOT, "%.0f %%", came * 100));
        }
    }

    List<Delivery> run(PrintWriter out) throws InterruptedException {
        var all = new ArrayList<Delivery>();
        // The compilers of the suite's processes are not done before.
        round(true);
        round(false);
        all.add(measure("apertium", null, out));
        for (var habit : BadEngine.Habit.values()) {
            try (var engine = BadEngine.start(habit);
                    var _ = OtherSettings.start(home, PART, engine.settings())) {
                awaitAvailable();
                var name = "one that " + habit.name().toLowerCase(Locale.ROOT).replace('_', ' ');
                all.add(measure(name, engine, out));
            }
        }
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
            return asking.translations().isAvailable("libretranslate");
        } catch (RuntimeException e) {
            return false;
        }
    }

    private Delivery measure(String name, @Nullable BadEngine engine, PrintWriter out)
            throws InterruptedException {
        var wanted = new ArrayList<FanOut>();
        var unwanted = new ArrayList<FanOut>();
        var before = room.translations();
        for (var round = 0; round < plan.rounds(); round++) {
            unwanted.add(round(false));
            wanted.add(round(true));
        }
        Patience.rest(TRANSLATED_WITHIN);
        var came = room.translations() - before;
        out.printf("  delivery with %s%n", name);
        out.flush();
        return new Delivery(
                name,
                new Pair<>(wanted, unwanted),
                (double) came / plan.rounds() / plan.messages() / room.sockets(),
                engine == null ? 0 : engine.asked());
    }

    private FanOut round(boolean english) throws InterruptedException {
        room.keepAlive();
        room.want(english);
        Patience.rest(KNOWN_WITHIN);
        var round = new Round(++rounds, plan.messages(), room.sockets(), plan.messages());
        room.enter(round);
        return round.run(room, LENGTH, Duration.ofNanos((long) (NANOS_PER_SECOND / plan.rate())));
    }
}
