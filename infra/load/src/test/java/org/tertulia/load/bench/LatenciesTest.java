package org.tertulia.load.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void percentilesShouldBeThoseOfAllValuesWhateverTheirOrder() {
        var latencies = new Latencies(1_000);
        LongStream.rangeClosed(1, 1_000)
                .map(it -> (it * 7_919) % 1_000 + 1)
                .forEach(it -> latencies.add(it * 1_000_000));

        assertThat(latencies.percentileMillis(0.5)).isEqualTo(500);
        assertThat(latencies.percentileMillis(0.99)).isEqualTo(990);
        assertThat(latencies.percentileMillis(1)).isEqualTo(1_000);
    }

    @Test
    void whatDoesNotFitShouldBeCountedButNotKept() {
        var latencies = new Latencies(2);
        LongStream.of(1_000_000, 2_000_000, 900_000_000).forEach(latencies::add);

        assertThat(latencies.count()).isEqualTo(3);
        assertThat(latencies.percentileMillis(1)).isEqualTo(2);
    }

    @Test
    void pooledShouldBeAllThatWereKept() {
        var first = new Latencies(2);
        LongStream.of(1_000_000, 2_000_000, 900_000_000).forEach(first::add);
        var second = new Latencies(5);
        second.add(3_000_000);

        var all = Latencies.pooled(List.of(first, second));

        assertThat(all.count()).isEqualTo(3);
        assertThat(all.percentileMillis(1)).isEqualTo(3);
        assertThat(all.percentileMillis(0.5)).isEqualTo(2);
    }

    @Test
    void noValuesShouldBeZero() {
        assertThat(new Latencies(10).percentileMillis(0.5)).isZero();
    }
}
