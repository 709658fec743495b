package org.tertulia.load.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opentest4j.TestAbortedException;
import org.tertulia.load.client.Answer;
import org.tertulia.load.client.Patience;
import org.tertulia.load.client.Person;
import org.tertulia.load.client.TranslationView;
import org.tertulia.load.home.OtherSettings;
import org.tertulia.load.translation.ApertiumPipe;
import org.tertulia.load.translation.ChatSentence;
import org.tertulia.load.translation.PretendedEngine;

/**
 * Engines that die, hang or talk nonsense while people have things translated: what is answered is the right translation
 * or that there is none, in time, and afterwards it is the right one again.
 */
@Order(11)
class BrokenEnginesIT {
    private static final String PART = "translation-service";
    private static final long NOBODY = -1;
    private static final long SEED = 6;
    private static final int PEOPLE = 4;
    private static final int FEWEST_KILLS = 10;
    private static final Duration LENGTH = Duration.ofSeconds(8);
    private static final Pattern STAGES = Pattern.compile("apertium.*|lt-proc|lrx-proc");
    private static final ProgramKiller.Pace AT_RANDOM =
            new ProgramKiller.Pace(
                    Duration.ofMillis(50), Duration.ofMillis(400), Integer.MAX_VALUE, SEED);

    /** All of them together stay below what one address may ask for. */
    private static final Duration BETWEEN_REQUESTS = Duration.ofMillis(40);

    /** How long an answer may take while an engine hangs that nobody knows yet to hang. */
    private static final Duration BOUND = Duration.ofSeconds(12);

    /** How long it may take when it is known: less than an engine has before it counts as one that hangs. */
    private static final Duration SOON = Duration.ofSeconds(1);

    /** More than any circuit breaker needs to see. */
    private static final int UNTIL_KNOWN = 40;

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Suite suite = Suite.running();
    private final List<ChatSentence> sentences = ChatSentence.all();
    private List<Person> people;

    /** What each sentence becomes when nothing is broken. */
    private final Map<String, String> right = new HashMap<>();

    private record Heard(ChatSentence sentence, Answer answer) {}

    @BeforeEach
    void hearWhatIsRight() {
        if (!ApertiumPipe.isInstalled()) {
            throw new TestAbortedException("Needs Apertium with the pair eng-spa");
        }
        people = suite.people("roto", PEOPLE);
        for (var sentence : sentences) {
            // The gateway may not have seen yet that the service is back from the test before.
            var answer = new Patience(LIMIT).call(() -> translate(people.getFirst(), sentence));
            right.put(sentence.text(), answer.as(TranslationView[].class)[0].translatedText());
        }
        assertThat(right)
                .anySatisfy((text, translation) -> assertThat(translation).isNotEqualTo(text));
    }

    @AfterEach
    void recover() {
        suite.control().awaitReady(LIMIT);
    }

    @Test
    void noWrongTranslationShouldBeAnsweredWhileStagesAreKilled() throws InterruptedException {
        Queue<Heard> heard;
        try (var killer = new ProgramKiller(this::translationServiceId, STAGES, AT_RANDOM)) {
            heard = translateAll();
            assertThat(killer.killed()).isGreaterThanOrEqualTo(FEWEST_KILLS);
        }
        assertThat(heard).isNotEmpty().allSatisfy(this::assertRightOrHonest);
        assertThat(heard)
                .filteredOn(it -> view(it).translated())
                .hasSizeGreaterThan(heard.size() / 3);
        System.out.printf(
                "            %d of %d answered without a translation%n",
                heard.stream().filter(it -> !view(it).translated()).count(), heard.size());
        await().atMost(LIMIT)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertAllRight(people.getLast()));
    }

    private Queue<Heard> translateAll() {
        var heard = new ConcurrentLinkedQueue<Heard>();
        var end = System.nanoTime() + LENGTH.toNanos();
        try (var threads = Executors.newFixedThreadPool(PEOPLE)) {
            var all = new ArrayList<CompletableFuture<Void>>();
            for (var person : people) {
                var random = new Random(SEED + all.size());
                all.add(
                        CompletableFuture.runAsync(
                                () -> {
                                    while (System.nanoTime() < end) {
                                        var next = sentences.get(random.nextInt(sentences.size()));
                                        heard.add(new Heard(next, translate(person, next)));
                                        Patience.rest(BETWEEN_REQUESTS);
                                    }
                                },
                                threads));
            }
            all.forEach(CompletableFuture::join);
        }
        return heard;
    }

    private void assertRightOrHonest(Heard heard) {
        assertThat(heard.answer().status()).isEqualTo(200);
        var view = view(heard);
        var text = heard.sentence().text();
        if (view.translated()) {
            assertThat(view.translatedText()).isEqualTo(right.get(text));
        } else {
            assertThat(view.translatedText()).isEqualTo(text);
            assertThat(view.reason()).isNotNull();
        }
    }

    /** While it is started again it has none, and nothing is its child. */
    private long translationServiceId() {
        var pid = suite.control().glance().part(PART).pid();
        return pid == null ? NOBODY : pid;
    }

    @ParameterizedTest
    @EnumSource(names = {"HANGS", "FAILS", "TALKS_NONSENSE"})
    void theNextEngineShouldAnswerWithinABound(PretendedEngine.Habit habit) {
        if (!OtherSettings.arePossible()) {
            throw new TestAbortedException("Processes do not show how they were started here");
        }
        try (var engine = PretendedEngine.start(habit);
                var _ = OtherSettings.start(suite.home(), PART, engine.settings())) {
            var person = people.getLast();
            await().atMost(LIMIT)
                    .ignoreExceptions()
                    .until(() -> person.translations().isAvailable(PretendedEngine.NAME));
            for (var i = 0; i < UNTIL_KNOWN; i++) {
                assertRight(person, sentences.get(i % sentences.size()), BOUND);
            }
            var asked = engine.asked();
            sentences.forEach(it -> assertRight(person, it, SOON));

            assertThat(asked).as("tried before it was known").isPositive();
            assertThat(engine.asked() - asked).as("tried later").isLessThan(sentences.size() / 2);
        }
    }

    private void assertAllRight(Person person) {
        sentences.forEach(it -> assertRight(person, it, BOUND));
    }

    private void assertRight(Person person, ChatSentence sentence, Duration bound) {
        var start = System.nanoTime();
        var heard = new Heard(sentence, translate(person, sentence));
        var took = Duration.ofNanos(System.nanoTime() - start);
        assertThat(heard.answer().status()).isEqualTo(200);
        assertThat(view(heard).translatedText()).isEqualTo(right.get(sentence.text()));
        assertThat(took).isLessThan(bound);
    }

    private static Answer translate(Person person, ChatSentence sentence) {
        return person.translations().tryTranslate(sentence.text(), sentence.target());
    }

    private static TranslationView view(Heard heard) {
        return heard.answer().as(TranslationView[].class)[0];
    }
}
