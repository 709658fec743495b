package org.tertulia.translation.engine.apertium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tertulia.translation.engine.EngineFailed;
import org.tertulia.translation.engine.MarkedText;
import org.tertulia.translation.language.LanguagePair;

class PlacesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void roomShouldBeAskedForAgainWhileThereIsNone() {
        var places = new Places(1, PATIENCE);
        var asked = new AtomicInteger();
        places.take(asked::incrementAndGet);
        assertThat(asked).hasValue(0);
        places.take(
                () -> {
                    if (asked.incrementAndGet() == 2) {
                        places.giveBack();
                    }
                });
        assertThat(asked).hasValue(2);
    }

    @Test
    void whoFindsNoneShouldFailWhenThePatienceEnds() {
        var places = new Places(1, Duration.ofMillis(300));
        places.take(() -> {});
        assertThatThrownBy(() -> places.take(() -> {})).isInstanceOf(EngineFailed.class);
    }

    /** A mode without programs is no mode that is read; whatever can not be started has no place. */
    @Test
    void programsThatCanNotBeStartedShouldGiveTheirPlaceBack() {
        var places = new Places(1, Duration.ofMillis(100));
        var mode = new Mode(LanguagePair.of("en", "es"), List.of(List.of()));
        try (var direction =
                new Direction(
                        mode,
                        InstalledApertium.properties(Path.of("absent")),
                        Clock.systemUTC(),
                        new SimpleMeterRegistry(),
                        places,
                        () -> {})) {
            assertThatThrownBy(() -> direction.translate(MarkedText.ofWords("hi")).block(PATIENCE))
                    .isNotNull();
            places.take(() -> {});
        }
    }
}
