package org.tertulia.starter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

class PageCursorTest {

    @Test
    void decodeShouldGiveBackWhatWasEncoded() {
        assertThat(PageCursor.decode(PageCursor.encode("ñandú", "", "7"), 3))
                .containsExactly("ñandú", "", "7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "", "YQ", "a b"})
    void decodeShouldRefuseWhatIsNoCursor(String cursor) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> PageCursor.decode(cursor, 2))
                .satisfies(e -> assertThat(e.type()).isEqualTo(ProblemTypes.MALFORMED_REQUEST));
    }

    @Test
    void decodeShouldRefuseACursorOfAnotherList() {
        var cursor = PageCursor.encode("one", "two");

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> PageCursor.decode(cursor, 3));
    }
}
