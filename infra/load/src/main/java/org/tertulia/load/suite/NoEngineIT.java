package org.tertulia.load.suite;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.opentest4j.TestAbortedException;
import org.tertulia.load.home.OtherSettings;

/**
 * The same people where nothing that translates is installed: everything else works for them, and they are told that there is
 * no engine.
 */
@Order(11)
class NoEngineIT extends TranslationIT {
    private static final String PART = "translation-service";
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static @Nullable OtherSettings settings;

    @BeforeAll
    static void removeEngines() {
        if (!OtherSettings.arePossible()) {
            throw new TestAbortedException("Processes do not show how they were started here");
        }
        var suite = Suite.running();
        var nowhere = suite.home().root().resolve(Path.of("no", "modes")).toString();
        settings =
                OtherSettings.start(
                        suite.home(), PART, Map.of("TERTULIA_TRANSLATION_APERTIUM_MODES", nowhere));
    }

    @AfterAll
    static void recover() {
        if (settings != null) {
            settings.close();
            Suite.running().control().awaitReady(LIMIT);
        }
    }

    @Override
    boolean isInstalled() {
        return false;
    }
}
