package org.tertulia.auth.passwords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tertulia.starter.problem.ProblemException;

class PasswordTest {

    @ParameterizedTest
    @ValueSource(ints = {8, 64, 256})
    void anyCharactersWillDo(int length) {
        assertThat(Password.chosen("password", "🙂".repeat(length)).value()).hasSize(2 * length);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 257})
    void theLengthIsBounded(int length) {
        assertThatThrownBy(() -> Password.chosen("newPassword", "x".repeat(length)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e ->
                                assertThat(e.errors())
                                        .extracting("field")
                                        .containsExactly("newPassword"));
    }

    @Test
    void composedAndDecomposedCharactersAreTheSame() {
        assertThat(Password.presented("contrasen\u0303a").value())
                .isEqualTo(Password.chosen("password", "contrase\u00f1a").value());
    }

    @Test
    void aPasswordStaysOutOfLogs() {
        assertThat(Password.presented("tres tristes tigres").toString()).doesNotContain("tigres");
    }
}
