package org.tertulia.local.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TestCountTest {
    @Test
    void theLastNumbersOfEachKindShouldCount() {
        var output =
                List.of(
                        "  5 passed so far",
                        " Test Files  3 passed (3)",
                        "      Tests  41 passed | 2 skipped (43)");

        assertThat(TestCount.ofOutput(output, 0)).isEqualTo(new TestCount(41, 0, 2));
    }

    @Test
    void namedFailuresShouldCount() {
        var output = List.of("  1 failed", "  11 passed (30.1s)");

        assertThat(TestCount.ofOutput(output, 1)).isEqualTo(new TestCount(11, 1, 0));
    }

    @Test
    void aBadEndWithoutANamedFailureShouldCountAsOne() {
        assertThat(TestCount.ofOutput(List.of("cannot find module"), 1))
                .isEqualTo(new TestCount(0, 1, 0));
    }

    @Test
    void theClosingLineShouldNameSkippedTestsOnlyWhenThereAreSome() {
        assertThat(new TestCount(12, 0, 0).closingLine()).isEqualTo("12 passed, 0 failed");
        assertThat(new TestCount(12, 1, 3).closingLine())
                .isEqualTo("12 passed, 1 failed, 3 skipped");
    }
}
