package org.tertulia.message.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CoalescedTest {

    private final Coalesced<String, Long> coalesced = new Coalesced<>(2, Math::max);

    @Test
    void valuesOfOneKeyShouldBeMerged() {
        coalesced.put("a", 3L);
        coalesced.put("a", 7L);
        coalesced.put("a", 5L);

        assertThat(coalesced.take(10)).containsExactly(Map.entry("a", 7L));
        assertThat(coalesced.take(10)).isEmpty();
    }

    @Test
    void aFullOneShouldDropNewKeysOnly() {
        assertThat(coalesced.put("a", 1L)).isTrue();
        assertThat(coalesced.put("b", 1L)).isTrue();
        assertThat(coalesced.put("c", 1L)).isFalse();
        assertThat(coalesced.put("b", 2L)).isTrue();

        assertThat(coalesced.take(1)).containsExactly(Map.entry("a", 1L));
        assertThat(coalesced.put("c", 1L)).isTrue();
        assertThat(coalesced.takeBatches(1)).containsExactly(Map.of("b", 2L), Map.of("c", 1L));
        assertThat(coalesced.takeBatches(1)).isEmpty();
    }
}
