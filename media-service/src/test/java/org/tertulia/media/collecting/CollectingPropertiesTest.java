package org.tertulia.media.collecting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class CollectingPropertiesTest {

    private static final String PREFIX = "tertulia.media.collecting.";

    @Test
    void theDefaultsAreThoseOfTheDesign() {
        assertThat(bind(Map.of()))
                .isEqualTo(
                        new CollectingProperties(
                                Duration.ofMinutes(1),
                                Duration.ofHours(24),
                                Duration.ofHours(1),
                                Duration.ofHours(1),
                                200));
    }

    @Test
    void everyKeyIsMapped() {
        var values =
                Map.of(
                        "every", "5s",
                        "unattached-for", "2d",
                        "deleted-for", "3h",
                        "withdrawn-for", "4h",
                        "batch", "7");
        assertThat(bind(values))
                .isEqualTo(
                        new CollectingProperties(
                                Duration.ofSeconds(5),
                                Duration.ofDays(2),
                                Duration.ofHours(3),
                                Duration.ofHours(4),
                                7));
    }

    @ParameterizedTest
    @CsvSource({
        "every, 0s",
        "unattached-for, 0s",
        "deleted-for, -1s",
        "withdrawn-for, 0s",
        "batch, 0"
    })
    void unsafeValuesAreRefusedByName(String key, String value) {
        assertThatThrownBy(() -> bind(Map.of(key, value)))
                .rootCause()
                .hasMessageContaining(PREFIX + key);
    }

    private static CollectingProperties bind(Map<String, String> values) {
        var all =
                values.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        entry -> PREFIX + entry.getKey(), Map.Entry::getValue));
        return new Binder(new MapConfigurationPropertySource(all))
                .bindOrCreate(PREFIX.substring(0, PREFIX.length() - 1), CollectingProperties.class);
    }
}
