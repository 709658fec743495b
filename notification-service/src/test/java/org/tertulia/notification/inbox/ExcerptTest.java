package org.tertulia.notification.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void aTextShouldBecomeOneLine() {
        assertThat(Excerpt.of("  ¿Qué\n\ttal? ")).isEqualTo("¿Qué tal?");
        assertThat(Excerpt.of(" \n ")).isEmpty();
    }

    @Test
    void aLongTextShouldEndWithAnEllipsis() {
        assertThat(Excerpt.of("a".repeat(200))).isEqualTo("a".repeat(200));
        assertThat(Excerpt.of("a".repeat(201))).isEqualTo("a".repeat(200) + "…");
    }

    @Test
    void noGraphemeShouldBeCut() {
        var family = "👨‍👩‍👧";
        assertThat(Excerpt.of("a".repeat(198) + family)).isEqualTo("a".repeat(198) + "…");
    }
}
