package org.tertulia.load.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MedianTest {
    @Test
    void oneOddRoundShouldNotMoveIt() {
        assertThat(Median.of(List.of(10.0, 1_000.0, 12.0), Double::doubleValue)).isEqualTo(12);
    }

    @Test
    void anEvenNumberShouldGiveTheMeanOfTheMiddleTwo() {
        assertThat(Median.of(List.of(4.0, 1.0, 3.0, 2.0), Double::doubleValue)).isEqualTo(2.5);
    }

    @Test
    void noRoundsShouldBeAMistake() {
        assertThatThrownBy(() -> Median.of(List.<Double>of(), Double::doubleValue))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
