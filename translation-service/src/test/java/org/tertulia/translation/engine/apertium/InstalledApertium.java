package org.tertulia.translation.engine.apertium;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** The programs of this machine; tests are left out where there are none. */
final class InstalledApertium {

    private static final Path MODES = Path.of("/usr/share/apertium/modes");

    private InstalledApertium() {}

    static void require() {
        assumeTrue(
                Files.exists(MODES.resolve("eng-spa.mode"))
                        && Files.exists(MODES.resolve("spa-eng.mode")),
                "Apertium with its pair eng-spa is not installed");
    }

    static ApertiumEngine engine(Clock clock) {
        return engine(clock, new SimpleMeterRegistry());
    }

    static ApertiumEngine engine(Clock clock, SimpleMeterRegistry meters) {
        return new ApertiumEngine(properties(MODES), clock, meters);
    }

    static ApertiumProperties properties(Path modes) {
        return new ApertiumProperties(
                modes,
                Duration.ofSeconds(30),
                Duration.ofSeconds(3),
                Duration.ofMinutes(5),
                8,
                200,
                4_000);
    }
}
