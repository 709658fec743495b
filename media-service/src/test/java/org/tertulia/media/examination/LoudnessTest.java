package org.tertulia.media.examination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoudnessTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 60, 601, 3600})
    void aSoundOfAnyLengthShouldHaveAHundredFigures(int seconds) {
        var loudness = new Loudness();
        var second = new byte[2 * Loudness.RATE];
        for (var i = 0; i < seconds; i++) {
            Arrays.fill(second, (byte) (i < seconds / 2 ? 0x10 : 0x40));
            loudness.add(second, second.length);
        }

        var figures = loudness.figures();

        assertThat(loudness.millis()).isEqualTo(1000L * seconds);
        assertThat(figures).hasSize(100);
        assertThat(figures.getLast()).isEqualTo(100);
        assertThat(figures.getFirst()).isEqualTo(seconds == 1 ? 100 : 25);
    }

    @Test
    void tornSamplesShouldBePutTogether() {
        var one = new Loudness();
        var other = new Loudness();
        var bytes = new byte[4_000];
        for (var i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 7);
        }

        one.add(bytes, bytes.length);
        for (var each : bytes) {
            other.add(new byte[] {each}, 1);
        }

        assertThat(other.figures()).isEqualTo(one.figures());
        assertThat(other.millis()).isEqualTo(250);
    }

    @Test
    void silenceShouldBeSilent() {
        var loudness = new Loudness();
        loudness.add(new byte[32_000], 32_000);

        assertThat(loudness.figures()).hasSize(100).containsOnly(0);
        assertThat(new Loudness().figures()).isEmpty();
        assertThat(new Loudness().millis()).isZero();
    }
}
