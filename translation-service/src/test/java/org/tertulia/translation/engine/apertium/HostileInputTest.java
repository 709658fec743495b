package org.tertulia.translation.engine.apertium;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tertulia.translation.engine.EngineFailed;
import org.tertulia.translation.engine.EngineFailed.Cause;
import org.tertulia.translation.engine.HostileTexts;
import org.tertulia.translation.engine.MarkedText;
import org.tertulia.translation.language.Language;
import org.tertulia.translation.language.LanguagePair;
import org.tertulia.translation.protection.Protection;
import org.tertulia.translation.protection.Survival;
import org.tertulia.translation.translating.Translator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Ten thousand texts against the programs themselves. */
class HostileInputTest {

    private static final Logger log = LoggerFactory.getLogger(HostileInputTest.class);

    private static final int TEXTS = 10_000;
    private static final int LONG_ONES_IN = 200;
    private static final int AS_LONG_AS_MAY_BE_IN = 50;
    private static final long SEED = 20_261_102;
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final LanguagePair EN_ES = LanguagePair.of("en", "es");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final HostileTexts texts = new HostileTexts(SEED);
    private final Protection protection = new Protection();
    private final AtomicInteger tooLong = new AtomicInteger();
    private ApertiumEngine engine;

    @BeforeEach
    void start() {
        InstalledApertium.require();
        engine = InstalledApertium.engine(Clock.systemUTC(), meters);
    }

    @AfterEach
    void stop() {
        if (engine != null) {
            engine.stop();
        }
    }

    /** Only what is too long is refused; all else is answered, by the programs that were started for the first text. */
    @Test
    void nothingShouldBreakTheProgramsOrWhatIsKept() {
        log.info("Seed {}", SEED);
        Flux.range(0, TEXTS).map(this::text).concatMap(this::translate).blockLast(PATIENCE);
        assertThat(tooLong.get()).isEqualTo(TEXTS / LONG_ONES_IN);
        assertThat(meters.find("translation.apertium.replaced").counters()).isEmpty();
        assertThat(
                        engine.translate(EN_ES, MarkedText.ofWords("house"))
                                .map(MarkedText::plain)
                                .block(PATIENCE))
                .isEqualTo("casa");
    }

    private String text(int number) {
        if (number % LONG_ONES_IN == 0) {
            return texts.nextLong();
        }
        return number % AS_LONG_AS_MAY_BE_IN == 0
                ? texts.nextLong().substring(0, Translator.MAX_CHARACTERS)
                : texts.next();
    }

    private Mono<Void> translate(String text) {
        var marked = protection.mark(text, List.of(), new Language("es"));
        assertThat(marked.plain()).isEqualTo(text);
        return engine.translate(EN_ES, marked)
                .map(result -> Survival.check(marked, result))
                .then()
                .onErrorResume(EngineFailed.class, failed -> refused(failed, text));
    }

    private Mono<Void> refused(EngineFailed failed, String text) {
        assertThat(failed.kind()).as("%s: %.200s", failed, text).isEqualTo(Cause.REFUSED);
        tooLong.incrementAndGet();
        return Mono.empty();
    }
}
