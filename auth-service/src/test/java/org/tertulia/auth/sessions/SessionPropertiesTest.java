package org.tertulia.auth.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tertulia.auth.BoundProperties;

class SessionPropertiesTest {

    @Test
    void theDefaultsAreThoseOfTheDesign() {
        assertThat(bind(Map.of()))
                .isEqualTo(
                        new SessionProperties(
                                Duration.ofDays(30),
                                Duration.ofSeconds(10),
                                100,
                                Duration.ofMinutes(15),
                                1000));
    }

    @Test
    void everyKeyIsMapped() {
        var properties =
                bind(
                        Map.of(
                                "idle-lifetime", "7d",
                                "rotation-grace", "3s",
                                "max-per-account", "5",
                                "purge-every", "1m",
                                "purge-batch", "10"));

        assertThat(properties)
                .isEqualTo(
                        new SessionProperties(
                                Duration.ofDays(7),
                                Duration.ofSeconds(3),
                                5,
                                Duration.ofMinutes(1),
                                10));
    }

    @ParameterizedTest
    @CsvSource({
        "idle-lifetime, 0s",
        "rotation-grace, 5m",
        "rotation-grace, -1s",
        "max-per-account, 0",
        "max-per-account, 101",
        "purge-every, 0s",
        "purge-batch, 0"
    })
    void unsafeValuesAreRefusedByName(String key, String value) {
        assertThatThrownBy(() -> bind(Map.of(key, value)))
                .rootCause()
                .hasMessageContaining("tertulia.auth.sessions." + key);
    }

    private static SessionProperties bind(Map<String, String> values) {
        return BoundProperties.of("tertulia.auth.sessions", SessionProperties.class, values);
    }
}
