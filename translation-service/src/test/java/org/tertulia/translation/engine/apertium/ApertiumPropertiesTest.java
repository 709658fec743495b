package org.tertulia.translation.engine.apertium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ApertiumPropertiesTest {

    private static final String PREFIX = "tertulia.translation.apertium";

    @Test
    void theDefaultsShouldBeThoseOfTheDocument() {
        assertThat(bind(Map.of()))
                .isEqualTo(
                        new ApertiumProperties(
                                Path.of("/usr/share/apertium/modes"),
                                Duration.ofSeconds(30),
                                Duration.ofSeconds(3),
                                Duration.ofMinutes(5),
                                8,
                                200,
                                4_000));
    }

    @Test
    void everyKeyShouldBeMapped() {
        var values =
                Map.of(
                        PREFIX + ".modes", "/opt/modes",
                        PREFIX + ".look-every", "10s",
                        PREFIX + ".time-limit", "1s",
                        PREFIX + ".idle", "1m",
                        PREFIX + ".max-pipes", "2",
                        PREFIX + ".max-waiting", "20",
                        PREFIX + ".max-characters", "2000");
        assertThat(bind(values))
                .isEqualTo(
                        new ApertiumProperties(
                                Path.of("/opt/modes"),
                                Duration.ofSeconds(10),
                                Duration.ofSeconds(1),
                                Duration.ofMinutes(1),
                                2,
                                20,
                                2_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"max-pipes", "max-waiting", "max-characters"})
    void aBoundOfNoneShouldBeRefused(String key) {
        assertThatThrownBy(() -> bind(Map.of(PREFIX + "." + key, "0")))
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ApertiumProperties bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate(PREFIX, ApertiumProperties.class);
    }
}
