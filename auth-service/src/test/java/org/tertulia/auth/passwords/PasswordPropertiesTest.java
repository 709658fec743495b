package org.tertulia.auth.passwords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;
import org.tertulia.auth.BoundProperties;

class PasswordPropertiesTest {

    private static final int CORES = Runtime.getRuntime().availableProcessors();

    @Test
    void theDefaultsAreThoseOfTheDesign() {
        assertThat(bind(Map.of()))
                .isEqualTo(
                        new PasswordProperties(
                                DataSize.ofKilobytes(19456),
                                2,
                                1,
                                Math.max(1, CORES - 1),
                                64,
                                10,
                                Duration.ofMinutes(15)));
    }

    @Test
    void everyKeyIsMapped() {
        var properties =
                bind(
                        Map.of(
                                "memory", "64MB",
                                "iterations", "3",
                                "parallelism", "2",
                                "threads", "1",
                                "queue", "5",
                                "max-attempts", "7",
                                "attempt-window", "1h"));

        assertThat(properties)
                .isEqualTo(
                        new PasswordProperties(
                                DataSize.ofMegabytes(64), 3, 2, 1, 5, 7, Duration.ofHours(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "memory, 1MB",
        "iterations, 0",
        "parallelism, 0",
        "threads, 10000",
        "queue, 0",
        "max-attempts, 0",
        "attempt-window, 0s"
    })
    void unsafeValuesAreRefusedByName(String key, String value) {
        assertThatThrownBy(() -> bind(Map.of(key, value)))
                .rootCause()
                .hasMessageContaining("tertulia.auth.passwords." + key);
    }

    private static PasswordProperties bind(Map<String, String> values) {
        return BoundProperties.of("tertulia.auth.passwords", PasswordProperties.class, values);
    }
}
