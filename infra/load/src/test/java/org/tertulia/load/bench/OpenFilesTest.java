package org.tertulia.load.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tertulia.load.bench.OpenFiles.Limit;

class OpenFilesTest {
    private static final String LIMITS =
            """
            Limit                     Soft Limit           Hard Limit           Units
            Max processes             95690                95690                processes
            Max open files            1024                 %s               files
            """;

    @Test
    void bothLimitsShouldBeRead() {
        assertThat(OpenFiles.limit(LIMITS.formatted("524288")))
                .isEqualTo(new Limit(1_024, 524_288));
    }

    @Test
    void unlimitedShouldBeMoreThanAnyNumber() {
        assertThat(OpenFiles.limit(LIMITS.formatted("unlimited")))
                .isEqualTo(new Limit(1_024, Long.MAX_VALUE));
    }

    @Test
    void nothingShouldBeAskedWhereNothingIsTold() {
        assertThat(OpenFiles.limit("")).isEqualTo(Limit.NONE);
    }
}
