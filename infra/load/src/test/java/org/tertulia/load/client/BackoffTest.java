package org.tertulia.load.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final RandomGenerator HIGHEST =
            new RandomGenerator() {
                @Override
                public long nextLong() {
                    return 0;
                }

                @Override
                public long nextLong(long bound) {
                    return bound - 1;
                }
            };

    @Test
    void theCeilingShouldDoubleUpToTheLast() {
        assertThat(Backoff.STANDARD.after(0, HIGHEST)).isEqualTo(Duration.ofMillis(500));
        assertThat(Backoff.STANDARD.after(1, HIGHEST)).isEqualTo(Duration.ofSeconds(1));
        assertThat(Backoff.STANDARD.after(6, HIGHEST)).isEqualTo(Duration.ofSeconds(30));
        assertThat(Backoff.STANDARD.after(1_000, HIGHEST)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void nobodyShouldComeBackSoonerThanTheServerAsked() {
        var told = Duration.ofSeconds(4);
        assertThat(Backoff.STANDARD.after(0, told, HIGHEST)).isEqualTo(told);
        assertThat(Backoff.STANDARD.after(6, told, HIGHEST)).isEqualTo(Duration.ofSeconds(30));
        assertThat(Backoff.STANDARD.after(0, Duration.ofDays(1), HIGHEST))
                .isEqualTo(Duration.ofMinutes(1));
    }
}
