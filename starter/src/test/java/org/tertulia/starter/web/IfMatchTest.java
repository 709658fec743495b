package org.tertulia.starter.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tertulia.starter.problem.ProblemException;

class IfMatchTest {

    @Test
    void noHeaderMatchesEveryVersion() {
        assertThatCode(() -> IfMatch.of(null).require(7)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "\"7\"", "\"6\", \"7\"", " \"7\" "})
    void matches(String header) {
        assertThatCode(() -> IfMatch.of(header).require(7)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "7", "W/\"7\"", "", "\"77\"", "\"6\",\"8\""})
    void doesNotMatch(String header) {
        assertThatThrownBy(() -> IfMatch.of(header).require(7))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("7");
    }
}
