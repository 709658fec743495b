package org.tertulia.load.bench;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.tertulia.load.client.Person;
import org.tertulia.load.home.OtherSettings;
import org.tertulia.load.home.SuiteHome;

/** Translations: how good, how fast, and what they do to the messages that are translated. */
final class TranslationBench {
    /** What one of those who ask for translations asks for: the gateway lets each do that 300 times, and then slower. */
    private static final int REQUESTS_OF_A_PERSON = 250;

    /** People who read translations, each on some sockets. */
    private static final int READERS = 10;

    private static final int SOCKETS = 20;

    private final TranslationPlan plan;
    private final IntFunction<List<Person>> register;
    private final SuiteHome home;
    private final PrintWriter out;

    TranslationBench(
            TranslationPlan plan,
            IntFunction<List<Person>> register,
            SuiteHome home,
            PrintWriter out) {
        this.plan = plan;
        this.register = register;
        this.home = home;
        this.out = out;
    }

    /**
     * Measures all of it.
     *
     * @throws BenchFailure when there is no Apertium here to compare with
     */
    TranslationResult run() throws InterruptedException {
        try (var bare = BareInterpreter.start()) {
            var people =
                    register.apply(
                            Math.ceilDiv(TranslatingBench.requests(plan), REQUESTS_OF_A_PERSON));
            tell("%d people have sentences translated.".formatted(people.size()));
            var bench = new TranslatingBench(new SuiteInterpreter(people), bare, plan);
            return new TranslationResult(
                    BenchResult.Machine.here(),
                    bench.quality(),
                    bench.speed(),
                    deliveries(people.getFirst()));
        }
    }

    private TranslatedDelivery.@Nullable Deliveries deliveries(Person speaker)
            throws InterruptedException {
        if (!OtherSettings.arePossible()) {
            tell("Delivery is not measured: processes do not show how they were started here.");
            return null;
        }
        tell("%d people read in English what is said in Spanish.".formatted(READERS));
        try (var room = TranslatedRoom.open(speaker, register.apply(READERS), SOCKETS)) {
            return new TranslatedDelivery(room, speaker, home, plan).run(out);
        }
    }

    private void tell(String line) {
        out.println(line);
        out.flush();
    }
}
