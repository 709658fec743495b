package org.tertulia.translation.bot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentTest {

    private final Recent<String, Integer> recent = new Recent<>(2);

    @Test
    void soMuchShouldBeRememberedAndNotMore() {
        recent.note("a", 1);
        recent.note("b", 2);
        recent.note("b", 3);
        assertThat(recent.get("a")).isEqualTo(1);

        recent.note("c", 4);
        assertThat(recent.get("a")).isNull();
        assertThat(recent.get("b")).isEqualTo(3);

        recent.forget("b");
        assertThat(recent.get("b")).isNull();
    }
}
