package org.tertulia.starter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

class MessageSeqsTest {

    @Test
    void eachShouldBeThereOnceInTheOrderOfTheLog() {
        assertThat(MessageSeqs.of("9,7,9,010,999999999999999999").ascending())
                .containsExactly(7L, 9L, 10L, 999_999_999_999_999_999L);
    }

    @Test
    void asManyAsAPageHasShouldBeAllowed() {
        assertThat(MessageSeqs.of(upTo(100) + ",1,1").ascending()).hasSize(100);
        shouldBeRefused(upTo(101));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "5,0",
                "-1",
                "1,,2",
                ",1",
                "1,",
                "a",
                "1;2",
                "1 2",
                "١",
                "1234567890123456789"
            })
    void whatIsNoMessageShouldBeRefused(String asked) {
        shouldBeRefused(asked);
    }

    private static void shouldBeRefused(String asked) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> MessageSeqs.of(asked))
                .satisfies(e -> assertThat(e.type()).isEqualTo(ProblemTypes.VALIDATION_FAILED));
    }

    private static String upTo(int last) {
        return LongStream.rangeClosed(1, last)
                .mapToObj(Long::toString)
                .collect(Collectors.joining(","));
    }
}
