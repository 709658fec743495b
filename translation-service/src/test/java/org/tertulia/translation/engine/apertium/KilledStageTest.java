package org.tertulia.translation.engine.apertium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tertulia.translation.engine.EngineFailed;
import org.tertulia.translation.engine.MarkedText;
import org.tertulia.translation.engine.Part;
import org.tertulia.translation.language.LanguagePair;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Programs of the pipes die one after the other while texts go through, in both directions, from several threads. How many
 * texts go through between two kills is said here, and not how long that takes.
 */
class KilledStageTest {

    private static final Logger log = LoggerFactory.getLogger(KilledStageTest.class);

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** A kill comes with one answer of so many: mostly under load, now and then while another pipe is being replaced. */
    private static final int ANSWERS_A_KILL = 30;

    private static final int KILLS = 40;
    private static final int AT_ONCE = 8;
    private static final long SEED = 17;
    private static final Map<LanguagePair, List<String>> SENTENCES =
            Map.of(
                    LanguagePair.of("en", "es"),
                    List.of(
                            "I will be late because the train has stopped.",
                            "The red house is near the old bridge.",
                            "We have eaten bread with cheese.",
                            "My sister works in a hospital.",
                            "Nobody knows where the keys are."),
                    LanguagePair.of("es", "en"),
                    List.of(
                            "La casa roja es grande.",
                            "Mi hermana trabaja en un hospital.",
                            "Nadie sabe dónde están las llaves.",
                            "Hemos comido pan con queso."));

    private record Question(LanguagePair pair, String sentence) {}

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Set<Long> others = programs();
    private final Random random = new Random(SEED);
    private final Map<Question, String> right = new HashMap<>();
    private final AtomicInteger killed = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicLong numbers = new AtomicLong();
    private ApertiumEngine engine;

    @BeforeEach
    void start() {
        InstalledApertium.require();
        engine = InstalledApertium.engine(Clock.systemUTC(), meters);
        SENTENCES.forEach(
                (pair, sentences) -> sentences.forEach(it -> learn(new Question(pair, it))));
    }

    private void learn(Question question) {
        right.put(question, ask(question, "`0`").block(PATIENCE));
    }

    @AfterEach
    void noProgramShouldBeLeft() {
        if (engine != null) {
            engine.stop();
            await().untilAsserted(() -> assertThat(programs()).isSubsetOf(others));
        }
    }

    @Test
    void everyAnswerShouldBeTheRightOneOrNone() {
        var questions = List.copyOf(right.keySet());
        Flux.<Question>generate(sink -> sink.next(any(questions)))
                .takeUntil(_ -> killed.get() == KILLS)
                .flatMap(question -> checked(question), AT_ONCE)
                .doOnNext(_ -> killNowAndThen())
                .blockLast(PATIENCE);
        log.info(
                "Seed {}: killed {}, answered {}, failed {}, replaced {}",
                SEED,
                killed,
                answered,
                failed,
                replaced());
        assertThat(replaced()).isGreaterThanOrEqualTo(KILLS / 2.0);
        assertThat(failed.get()).isLessThan(KILLS);
        questions.forEach(question -> checked(question).block(PATIENCE));
        assertThat(meters.get("translation.apertium.pipes").gauge().value()).isEqualTo(2);
    }

    /** Asked with something that no other text has, so that nobody else's answer can pass. */
    private Mono<String> checked(Question question) {
        var own = "`" + numbers.incrementAndGet() + "`";
        return ask(question, own)
                .doOnNext(it -> assertThat(it).isEqualTo(right.get(question).replace("`0`", own)))
                .doOnNext(_ -> answered.incrementAndGet())
                .onErrorResume(
                        EngineFailed.class,
                        _ -> {
                            failed.incrementAndGet();
                            return Mono.empty();
                        });
    }

    private Mono<String> ask(Question question, String own) {
        var text =
                new MarkedText(
                        List.of(new Part.Words(question.sentence() + " "), new Part.Kept(own)));
        return engine.translate(question.pair(), text).map(MarkedText::plain);
    }

    private Question any(List<Question> questions) {
        return questions.get((int) (numbers.get() % questions.size()));
    }

    private void killNowAndThen() {
        if (killed.get() < KILLS && random.nextInt(ANSWERS_A_KILL) == 0) {
            killOne();
        }
    }

    private void killOne() {
        var ours = programs().stream().filter(it -> !others.contains(it)).sorted().toList();
        if (!ours.isEmpty()) {
            ProcessHandle.of(ours.get(random.nextInt(ours.size())))
                    .filter(ProcessHandle::destroyForcibly)
                    .ifPresent(_ -> killed.incrementAndGet());
        }
    }

    private double replaced() {
        return meters.find("translation.apertium.replaced").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private static Set<Long> programs() {
        return ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
    }
}
