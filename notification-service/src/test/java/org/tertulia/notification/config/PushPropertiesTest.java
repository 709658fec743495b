package org.tertulia.notification.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PushPropertiesTest {

    private static final String PREFIX = "tertulia.notification.push.";
    private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    private static PushProperties bound(Map<String, String> keys) {
        var all = new HashMap<>(Map.of(PREFIX + "key-encryption-key", KEY));
        keys.forEach((key, value) -> all.put(PREFIX + key, value));
        return new Binder(new MapConfigurationPropertySource(all))
                .bind("tertulia.notification.push", PushProperties.class)
                .get();
    }

    @Test
    void whatIsNotSetShouldHaveItsDefault() {
        assertThat(bound(Map.of()))
                .isEqualTo(
                        new PushProperties(
                                KEY,
                                "mailto:postmaster@localhost",
                                false,
                                16,
                                32,
                                Duration.ofMillis(250),
                                Duration.ofMinutes(2),
                                Duration.ofSeconds(10),
                                Duration.ofHours(24),
                                12,
                                Duration.ofSeconds(5),
                                Duration.ofHours(1),
                                Duration.ofSeconds(30)));
    }

    @Test
    void everyKeyShouldBeRead() {
        var all =
                Map.ofEntries(
                        Map.entry("contact", "https://example.org"),
                        Map.entry("loopback", "true"),
                        Map.entry("concurrency", "1"),
                        Map.entry("batch", "2"),
                        Map.entry("poll-interval", "3s"),
                        Map.entry("lease", "6s"),
                        Map.entry("timeout", "5s"),
                        Map.entry("time-to-live", "1h"),
                        Map.entry("attempts", "7"),
                        Map.entry("first-pause", "8s"),
                        Map.entry("longest-pause", "9s"),
                        Map.entry("rest", "10s"));
        assertThat(bound(all))
                .isEqualTo(
                        new PushProperties(
                                KEY,
                                "https://example.org",
                                true,
                                1,
                                2,
                                Duration.ofSeconds(3),
                                Duration.ofSeconds(6),
                                Duration.ofSeconds(5),
                                Duration.ofHours(1),
                                7,
                                Duration.ofSeconds(8),
                                Duration.ofSeconds(9),
                                Duration.ofSeconds(10)));
    }

    @ParameterizedTest
    @CsvSource({
        "key-encryption-key, dG9vIHNob3J0",
        "contact, ana@example.org",
        "concurrency, 0",
        "batch, 501",
        "attempts, 0",
        "timeout, 0s",
        "longest-pause, 1s",
        "lease, 10s",
        "time-to-live, 1m"
    })
    void whatWouldNotWorkShouldBeRefused(String key, String value) {
        assertThatThrownBy(() -> bound(Map.of(key, value)))
                .rootCause()
                .hasMessageContaining("tertulia.notification.push.")
                .hasMessageContaining(key);
    }

    @Test
    void theKeyShouldNotBePrinted() {
        assertThat(bound(Map.of()).toString()).doesNotContain(KEY);
    }
}
