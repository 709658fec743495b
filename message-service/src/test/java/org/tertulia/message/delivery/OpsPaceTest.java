package org.tertulia.message.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OpsPaceTest {

    private static final long START = 1_000_000_000_000L;

    private final OpsPace pace = new OpsPace(10, 5);

    @Test
    void aBurstShouldPassAndThenWait() {
        for (int i = 0; i < 5; i++) {
            assertThat(pace.next(START)).isZero();
        }
        assertThat(pace.next(START)).isEqualTo(Duration.ofMillis(100));
        assertThat(pace.next(START)).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void theLongRunShouldPassAtItsPace() {
        for (int i = 0; i < 100; i++) {
            assertThat(pace.next(START + Duration.ofMillis(100L * i).toNanos())).isZero();
        }
    }

    @Test
    void rightAtTheStartOfTheClockNothingShouldWait() {
        assertThat(new OpsPace(10, 5).next(0)).isZero();
        assertThat(new OpsPace(10, 5).next(Long.MIN_VALUE / 2)).isZero();
    }
}
