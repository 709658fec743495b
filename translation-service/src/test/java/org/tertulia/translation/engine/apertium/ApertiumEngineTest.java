package org.tertulia.translation.engine.apertium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tertulia.test.MutableClock;
import org.tertulia.translation.engine.MarkedText;
import org.tertulia.translation.engine.TranslationEngine;
import org.tertulia.translation.engine.TranslationEngineContract;

class ApertiumEngineTest extends TranslationEngineContract {

    private static ApertiumEngine engine;

    @BeforeAll
    static void start() {
        engine = InstalledApertium.engine(Clock.systemUTC());
        engine.start();
    }

    @AfterAll
    static void stop() {
        engine.stop();
    }

    @BeforeEach
    void itShouldBeInstalled() {
        InstalledApertium.require();
    }

    @Override
    protected TranslationEngine engine() {
        return engine;
    }

    @Test
    void linesShouldBeTranslatedEachForItself() {
        assertThat(translated("good morning\n\n- the red house\nWho is on call tonight?"))
                .isEqualTo("buenos días\n\n- la casa roja\nQuién es de guardia esta noche?");
    }

    @Test
    void spacesAndPunctuationShouldStayWhereTheyAre() {
        assertThat(translated("I am here... (my house)!"))
                .endsWith("... (Mi casa)!")
                .doesNotStartWith(" ");
    }

    @Test
    void whatNobodyUsesShouldBeEnded() {
        var clock = MutableClock.at("2026-11-02T09:30:00Z");
        var meters = new SimpleMeterRegistry();
        var idle = InstalledApertium.engine(clock, meters);
        try {
            idle.translate(EN_ES, MarkedText.ofWords("house")).block(Duration.ofSeconds(10));
            var pipes = meters.get("translation.apertium.pipes").gauge();
            assertThat(pipes.value()).isEqualTo(1);
            clock.advance(Duration.ofMinutes(4));
            idle.keepUp();
            assertThat(pipes.value()).isEqualTo(1);
            clock.advance(Duration.ofMinutes(2));
            idle.keepUp();
            await().untilAsserted(() -> assertThat(pipes.value()).isZero());
            assertThat(
                            idle.translate(EN_ES, MarkedText.ofWords("house"))
                                    .map(MarkedText::plain)
                                    .block(Duration.ofSeconds(10)))
                    .isEqualTo("casa");
        } finally {
            idle.stop();
        }
    }

    @Test
    void whereNothingIsInstalledThereShouldBeNoDirections(@TempDir Path empty) {
        var bare =
                new ApertiumEngine(
                        InstalledApertium.properties(empty.resolve("absent")),
                        Clock.systemUTC(),
                        new SimpleMeterRegistry());
        bare.keepUp();
        assertThat(bare.pairs()).isEmpty();
    }
}
