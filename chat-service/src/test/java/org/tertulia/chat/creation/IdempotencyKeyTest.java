package org.tertulia.chat.creation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tertulia.starter.problem.ProblemException;

class IdempotencyKeyTest {

    @Test
    void noHeaderIsNoKey() {
        assertThat(IdempotencyKey.of(null)).isNull();
    }

    @Test
    void aKeyIsTakenAsItIs() {
        assertThat(Objects.requireNonNull(IdempotencyKey.of("\"A-1\"")).value())
                .isEqualTo("\"A-1\"");
        assertThat(IdempotencyKey.of("x".repeat(255))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "\u00F1", "a\u007F"})
    void aKeyIsVisibleAscii(String header) {
        assertThatThrownBy(() -> IdempotencyKey.of(header)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aKeyIsNotLong() {
        assertThatThrownBy(() -> IdempotencyKey.of("x".repeat(256)))
                .isInstanceOf(ProblemException.class);
    }
}
