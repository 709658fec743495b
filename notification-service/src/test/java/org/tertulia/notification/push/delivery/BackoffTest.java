package org.tertulia.notification.push.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    private final Backoff backoff = new Backoff(Duration.ofSeconds(5), Duration.ofHours(1));

    @ParameterizedTest
    @CsvSource({"1, 5", "2, 10", "5, 80", "10, 2560", "11, 3600", "40, 3600"})
    void eachPauseShouldBeTwiceAsLongUpToTheBound(int attempts, long seconds) {
        var random = new Random(7);
        for (int i = 0; i < 100; i++) {
            assertThat(backoff.pause(attempts, null, random))
                    .isBetween(Duration.ofMillis(seconds * 500), Duration.ofSeconds(seconds));
        }
    }

    @Test
    void aPushServiceShouldBeLeftAloneForAsLongAsItAsksWithinTheBound() {
        var random = new Random(7);
        assertThat(backoff.pause(1, Duration.ofMinutes(3), random))
                .isEqualTo(Duration.ofMinutes(3));
        assertThat(backoff.pause(1, Duration.ofDays(3), random)).isEqualTo(Duration.ofHours(1));
        assertThat(backoff.pause(1, Duration.ZERO, random)).isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-|-",
                "120|PT2M",
                " 7 |PT7S",
                "Mon, 02 Nov 2026 12:01:00 GMT|PT1M",
                "Mon, 02 Nov 2026 11:00:00 GMT|PT0S",
                "soon|-",
                "-5|-",
                "99999999999999|-"
            })
    void retryAfterShouldBeSecondsOrADate(@Nullable String header, @Nullable Duration pause) {
        assertThat(RetryAfter.read(header, NOON)).isEqualTo(pause);
    }
}
