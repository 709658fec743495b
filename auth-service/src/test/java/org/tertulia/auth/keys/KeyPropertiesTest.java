package org.tertulia.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tertulia.auth.BoundProperties;

class KeyPropertiesTest {

    private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    @Test
    void theDefaultsAreThoseOfTheDesign() {
        assertThat(bind(Map.of()))
                .isEqualTo(
                        new KeyProperties(
                                KEY,
                                Duration.ofDays(30),
                                Duration.ofHours(1),
                                Duration.ofMinutes(5),
                                Duration.ofSeconds(30)));
    }

    @Test
    void everyKeyIsMapped() {
        var properties =
                bind(
                        Map.of(
                                "rotation-period", "7d",
                                "publish-ahead", "20m",
                                "token-lifetime", "10m",
                                "check-every", "1m"));

        assertThat(properties)
                .isEqualTo(
                        new KeyProperties(
                                KEY,
                                Duration.ofDays(7),
                                Duration.ofMinutes(20),
                                Duration.ofMinutes(10),
                                Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "encryption-key, ''",
        "encryption-key, not base64",
        "encryption-key, dG9vIHNob3J0",
        "token-lifetime, 2h",
        "token-lifetime, 0s",
        "check-every, 0s",
        "publish-ahead, 59s",
        "rotation-period, 1h"
    })
    void unsafeValuesAreRefusedByName(String key, String value) {
        assertThatThrownBy(() -> bind(Map.of(key, value)))
                .rootCause()
                .hasMessageContaining("tertulia.auth.keys." + key);
    }

    @Test
    void theEncryptionKeyStaysOutOfLogs() {
        assertThat(bind(Map.of()).toString()).doesNotContain(KEY);
    }

    private static KeyProperties bind(Map<String, String> values) {
        var all = new HashMap<>(Map.of("encryption-key", KEY));
        all.putAll(values);
        return BoundProperties.of("tertulia.auth.keys", KeyProperties.class, all);
    }
}
