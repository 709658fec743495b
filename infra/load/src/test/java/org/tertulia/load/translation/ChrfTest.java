package org.tertulia.load.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Expected figures are those of sacreBLEU 2 with its defaults, which are chrF2. */
class ChrfTest {
    private static final Offset<Double> NEARLY = within(0.001);

    @Test
    void theScoreShouldBeThatOfOtherImplementations() {
        var translations =
                List.of(
                        "The dog bit the man.",
                        "It wasn't surprising.",
                        "The man had just bitten him.");
        var references =
                List.of("The dog bit the man.", "It was not unexpected.", "The man bit him first.");

        assertThat(Chrf.score(translations, references)).isCloseTo(50.0431, NEARLY);
        assertThat(Chrf.score(List.of("¿Quién es?"), List.of("¿Quien está ahí?")))
                .isCloseTo(23.4195, NEARLY);
    }

    @Test
    void whatIsShorterThanTheLongestSequenceShouldBeScoredByTheShorterOnes() {
        assertThat(Chrf.score(List.of("ab"), List.of("abc"))).isCloseTo(63.6364, NEARLY);
    }

    @Test
    void theSameShouldBeHundredAndNothingInCommonZero() {
        assertThat(Chrf.score(List.of("la misma frase"), List.of("lamisma frase")))
                .isCloseTo(100, NEARLY);
        assertThat(Chrf.score(List.of("abc"), List.of("xyz"))).isZero();
        assertThat(Chrf.score(List.of(""), List.of("xyz"))).isZero();
    }
}
