package org.tertulia.translation.engine.apertium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tertulia.test.MutableClock;
import org.tertulia.translation.engine.EngineFailed;
import org.tertulia.translation.engine.EngineFailed.Cause;
import org.tertulia.translation.engine.MarkedText;
import org.tertulia.translation.engine.Part;
import org.tertulia.translation.language.LanguagePair;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What becomes of texts when programs do not do as they should. Needs no Apertium. */
class BrokenPipeTest {

    private static final LanguagePair EN_ES = LanguagePair.of("en", "es");
    private static final LanguagePair ES_EN = LanguagePair.of("es", "en");
    private static final Duration LIMIT = Duration.ofMillis(700);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final MarkedText TEXT =
            new MarkedText(List.of(new Part.Words("hi "), new Part.Kept("@ana")));

    @TempDir private Path folder;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Set<Long> before = programs();
    private final List<ApertiumEngine> engines = new ArrayList<>();

    @AfterEach
    void everyProgramShouldEnd() {
        engines.forEach(ApertiumEngine::stop);
        await().untilAsserted(() -> assertThat(programs()).isSubsetOf(before));
        assertThat(pipes()).isZero();
    }

    @Test
    void whatHangsShouldBeEndedInTime() {
        var engine = engine("eng-spa", FakeModes.ECHO, FakeModes.HANG, FakeModes.ECHO);
        assertThat(failure(engine.translate(EN_ES, TEXT))).isEqualTo(Cause.TIMEOUT);
        assertThat(replaced("timeout")).isEqualTo(1);
        assertThat(pipes()).isZero();
    }

    /** Nothing, something foreign, what the text before was answered, half of it, a part twice, a mark as words, another's mark, more than it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "exec sed -z -u 's/.*//'",
                "exec sed -z -u 's/.*/something else/'",
                "exec sed -z -u 'x'",
                "exec sed -z -u 's/:z]/:y]/'",
                "exec sed -z -u 's/:0]/:1]/'",
                "exec sed -z -u 's/\\(\\[[^]]*:0]\\)/\\1\\1/'",
                "exec sed -z -u 's/\\[[^]]*:0]//'",
                "exec sed -z -u 's/\\[\\([^]]*\\):0]/\\\\[\\1:0\\\\]&/'",
                "exec sed -z -u 's/\\[[^]]*:0]/[0123456789abcdef:0]/'",
                "exec sed -z -u 's/^/more/'",
                "exec sed -z -u 's/$/more/'",
                "exec sed -z -u 's/hi/^hi$/'"
            })
    void whatIsNotTheAnswerShouldNotBeTaken(String program) {
        var engine = engine("eng-spa", program);
        assertThat(failure(engine.translate(EN_ES, TEXT))).isEqualTo(Cause.GARBLED);
        assertThat(failure(engine.translate(EN_ES, TEXT))).isEqualTo(Cause.GARBLED);
        assertThat(replaced("garbled")).isEqualTo(2);
    }

    @Test
    void programsThatEndAgainAndAgainShouldBeNotThere() {
        var engine = engine("eng-spa", FakeModes.ECHO, FakeModes.END);
        assertThat(failure(engine.translate(EN_ES, TEXT))).isEqualTo(Cause.UNAVAILABLE);
        assertThat(replaced("broken")).isEqualTo(2);
    }

    @Test
    void whatHasEndedBetweenTextsShouldBeReplaced() {
        var engine = engine("eng-spa", FakeModes.ECHO, FakeModes.ECHO);
        assertThat(engine.translate(EN_ES, TEXT).block(PATIENCE)).isEqualTo(TEXT);
        ended(programs().stream().filter(it -> !before.contains(it)).findFirst().orElseThrow());
        assertThat(engine.translate(EN_ES, TEXT).block(PATIENCE)).isEqualTo(TEXT);
        assertThat(pipes()).isEqualTo(1);
        assertThat(replaced("ended")).isEqualTo(1);
    }

    @Test
    void moreThanMayWaitShouldBeRefused() {
        new FakeModes(folder).install("eng-spa", FakeModes.HANG);
        var engine = engine(1, 1);
        var first = engine.translate(EN_ES, TEXT).onErrorComplete().then().toFuture();
        await().untilAsserted(() -> assertThat(pipes()).isEqualTo(1));
        var second = engine.translate(EN_ES, TEXT).onErrorComplete().then().toFuture();
        assertThat(failure(engine.translate(EN_ES, TEXT))).isEqualTo(Cause.UNAVAILABLE);
        assertThat(first).succeedsWithin(PATIENCE);
        assertThat(second).succeedsWithin(PATIENCE);
    }

    @Test
    void whoWaitsShouldHaveAnAnswerInTime() {
        new FakeModes(folder).install("eng-spa", FakeModes.HANG);
        var engine = engine(1, 10);
        var many =
                Mono.when(
                        IntStream.range(0, 6)
                                .mapToObj(
                                        _ -> engine.translate(EN_ES, TEXT).onErrorComplete().then())
                                .toList());
        assertThat(many.toFuture()).succeedsWithin(LIMIT.multipliedBy(3));
    }

    @Test
    void noMorePipesThanMayShouldRun() {
        new FakeModes(folder).install("eng-spa", FakeModes.ECHO).install("spa-eng", FakeModes.ECHO);
        var engine = engine(1, 10);
        for (int i = 0; i < 5; i++) {
            assertThat(engine.translate(EN_ES, TEXT).block(PATIENCE)).isEqualTo(TEXT);
            assertThat(pipes()).isEqualTo(1);
            assertThat(engine.translate(ES_EN, TEXT).block(PATIENCE)).isEqualTo(TEXT);
            assertThat(pipes()).isEqualTo(1);
        }
        await().untilAsserted(() -> assertThat(programs()).hasSize(before.size() + 1));
    }

    /** Each of those that come has another of those that are there end, though all have waited as long. */
    @Test
    void manyAtOnceShouldFindRoomAmongThoseThatNobodyUses() {
        var modes = new FakeModes(folder);
        var languages = List.of("eng", "fra", "ita", "por");
        languages.forEach(it -> modes.install("spa-" + it, FakeModes.ECHO));
        languages.forEach(it -> modes.install(it + "-spa", FakeModes.ECHO));
        var engine = engine(4, 10);
        var all = engine.pairs();
        var there = all.stream().filter(it -> it.from().code().equals("es")).toList();
        var coming = all.stream().filter(it -> it.to().code().equals("es")).toList();
        for (int i = 0; i < 3; i++) {
            assertThat(answered(engine, there)).isEqualTo(4);
            assertThat(answered(engine, coming)).isEqualTo(4);
        }
    }

    private static long answered(ApertiumEngine engine, List<LanguagePair> pairs) {
        return Flux.fromIterable(pairs)
                .flatMap(it -> engine.translate(it, TEXT).onErrorComplete(), pairs.size())
                .count()
                .block(PATIENCE);
    }

    @Test
    void whatWaitsShouldFailAtOnceWhenThePairIsTakenAway() {
        var modes = new FakeModes(folder).install("eng-spa", FakeModes.HANG);
        var engine = engine(1, 10, PATIENCE);
        var waiting =
                Flux.range(0, 4)
                        .flatMap(
                                _ ->
                                        engine.translate(EN_ES, TEXT)
                                                .map(_ -> Cause.GARBLED)
                                                .onErrorResume(
                                                        EngineFailed.class,
                                                        it -> Mono.just(it.kind())),
                                4)
                        .collectList()
                        .toFuture();
        await().untilAsserted(() -> assertThat(pipes()).isEqualTo(1));
        modes.remove("eng-spa");
        engine.keepUp();
        assertThat(waiting)
                .succeedsWithin(PATIENCE.dividedBy(2))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .containsOnly(Cause.UNAVAILABLE)
                .hasSize(4);
    }

    @Test
    void afterItsEndNothingShouldBeStarted() {
        var engine = engine("eng-spa", FakeModes.ECHO);
        assertThat(engine.translate(EN_ES, TEXT).block(PATIENCE)).isEqualTo(TEXT);
        engine.stop();
        assertThat(failure(engine.translate(EN_ES, TEXT))).isEqualTo(Cause.UNAVAILABLE);
    }

    @Test
    void whatIsInstalledLaterShouldBeThereAtTheNextLook() {
        var modes = new FakeModes(folder).install("eng-spa", FakeModes.ECHO);
        var engine = engine(8, 10);
        assertThat(engine.pairs()).containsExactly(EN_ES);
        assertThat(engine.translate(EN_ES, TEXT).block(PATIENCE)).isEqualTo(TEXT);
        modes.install("spa-eng", FakeModes.ECHO).install("spa-eng_US", FakeModes.ECHO);
        modes.install("eng-spa-tagger", FakeModes.ECHO).remove("eng-spa");
        engine.keepUp();
        assertThat(engine.pairs()).containsExactly(ES_EN);
        assertThat(failure(engine.translate(EN_ES, TEXT))).isEqualTo(Cause.REFUSED);
        assertThat(engine.translate(ES_EN, TEXT).block(PATIENCE)).isEqualTo(TEXT);
        await().untilAsserted(() -> assertThat(programs()).hasSize(before.size() + 1));
    }

    @Test
    void aPairThatIsInstalledAnewShouldRunAsItIsNow() {
        var modes = new FakeModes(folder).install("eng-spa", FakeModes.ECHO);
        var engine = engine(8, 10);
        assertThat(engine.translate(EN_ES, TEXT).block(PATIENCE)).isEqualTo(TEXT);
        modes.install("eng-spa", "exec sed -z -u 's/hi/hola/'", FakeModes.ECHO);
        engine.keepUp();
        assertThat(engine.translate(EN_ES, TEXT).map(MarkedText::plain).block(PATIENCE))
                .isEqualTo("hola @ana");
    }

    @Test
    void whatIsTooLongShouldBeRefusedWhateverItIsOf() {
        var engine = engine("eng-spa", FakeModes.ECHO);
        var marks = new MarkedText(List.of(new Part.Words("a"), new Part.Kept("\n".repeat(4_000))));
        assertThat(failure(engine.translate(EN_ES, marks))).isEqualTo(Cause.REFUSED);
        assertThat(pipes()).isZero();
    }

    private ApertiumEngine engine(String name, String... programs) {
        new FakeModes(folder).install(name, programs);
        return engine(8, 10);
    }

    private ApertiumEngine engine(int maxPipes, int maxWaiting) {
        return engine(maxPipes, maxWaiting, LIMIT);
    }

    private ApertiumEngine engine(int maxPipes, int maxWaiting, Duration limit) {
        var engine =
                new ApertiumEngine(
                        new ApertiumProperties(
                                folder,
                                Duration.ofSeconds(30),
                                limit,
                                Duration.ofMinutes(5),
                                maxPipes,
                                maxWaiting,
                                4_000),
                        MutableClock.at("2026-11-02T09:30:00Z"),
                        meters);
        engines.add(engine);
        return engine;
    }

    private static Cause failure(Mono<MarkedText> translation) {
        var failed = catchThrowableOfType(EngineFailed.class, () -> translation.block(PATIENCE));
        assertThat(failed).as("a failure").isNotNull();
        return failed.kind();
    }

    private double pipes() {
        return meters.get("translation.apertium.pipes").gauge().value();
    }

    private double replaced(String reason) {
        return meters.get("translation.apertium.replaced").tag("reason", reason).counter().count();
    }

    private static Set<Long> programs() {
        return ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
    }

    private static void ended(long pid) {
        var program = ProcessHandle.of(pid).orElseThrow();
        program.destroyForcibly();
        assertThat(program.onExit()).succeedsWithin(PATIENCE);
    }
}
