package org.tertulia.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class MutableClockTest {

    private final MutableClock clock = MutableClock.at("2026-11-01T12:00:00Z");

    @Test
    void theClockShouldStandStillUntilItIsMoved() {
        assertThat(clock.instant()).isEqualTo("2026-11-01T12:00:00Z").isEqualTo(clock.instant());

        clock.advance(Duration.ofMinutes(5));
        assertThat(clock.instant()).isEqualTo("2026-11-01T12:05:00Z");

        clock.setTo(Instant.EPOCH);
        assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void aClockOfAnotherZoneShouldHaveTheSameHands() {
        var other = clock.withZone(ZoneOffset.ofHours(2));

        clock.advance(Duration.ofSeconds(1));

        assertThat(other.instant()).isEqualTo(clock.instant());
        assertThat(other.getZone()).isEqualTo(ZoneOffset.ofHours(2));
    }
}
