package org.tertulia.scheduler.firing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.tertulia.scheduler.clockwork.FiringProperties;

class FiringPropertiesTest {

    private static final String FIRING = "tertulia.scheduler.firing";
    private static final String UPKEEP = "tertulia.scheduler.upkeep";

    @Test
    void theDefaultsShouldBeThoseOfTheDocument() {
        assertThat(bind(FIRING, FiringProperties.class, Map.of()))
                .isEqualTo(
                        new FiringProperties(
                                200,
                                Duration.ofSeconds(1),
                                Duration.ofMillis(20),
                                Duration.ofMillis(500),
                                Duration.ofMinutes(15)));
        assertThat(bind(UPKEEP, UpkeepProperties.class, Map.of()))
                .isEqualTo(
                        new UpkeepProperties(
                                Duration.ofMinutes(1),
                                Duration.ofDays(30),
                                Duration.ofDays(30),
                                Duration.ofDays(30),
                                1000,
                                1_000_000));
    }

    @Test
    void everyKeyShouldBeMapped() {
        var firing =
                Map.of(
                        FIRING + ".batch-size", "10",
                        FIRING + ".max-sleep", "2s",
                        FIRING + ".min-sleep", "30ms",
                        FIRING + ".pause", "1s",
                        FIRING + ".grace", "5m");
        assertThat(bind(FIRING, FiringProperties.class, firing))
                .isEqualTo(
                        new FiringProperties(
                                10,
                                Duration.ofSeconds(2),
                                Duration.ofMillis(30),
                                Duration.ofSeconds(1),
                                Duration.ofMinutes(5)));
        var upkeep =
                Map.of(
                        UPKEEP + ".every", "2m",
                        UPKEEP + ".completed-for", "1d",
                        UPKEEP + ".sent-for", "3d",
                        UPKEEP + ".fired-for", "2d",
                        UPKEEP + ".batch", "5",
                        UPKEEP + ".max-counted", "6");
        assertThat(bind(UPKEEP, UpkeepProperties.class, upkeep))
                .isEqualTo(
                        new UpkeepProperties(
                                Duration.ofMinutes(2),
                                Duration.ofDays(1),
                                Duration.ofDays(3),
                                Duration.ofDays(2),
                                5,
                                6));
    }

    @ParameterizedTest
    @CsvSource({
        "batch-size, 0",
        "batch-size, 2001",
        "max-sleep, 10ms",
        "min-sleep, 0s",
        "pause, 0s",
        "grace, -1s"
    })
    void whatWouldNeverRestOrNeverFireShouldBeRefused(String key, String value) {
        refused(FIRING, FiringProperties.class, key, value);
    }

    @ParameterizedTest
    @CsvSource({
        "every, 0s",
        "completed-for, 0s",
        "sent-for, 0s",
        "fired-for, 0s",
        "batch, 0",
        "max-counted, 0"
    })
    void whatWouldDeleteAtOnceOrNeverShouldBeRefused(String key, String value) {
        refused(UPKEEP, UpkeepProperties.class, key, value);
    }

    private static void refused(String prefix, Class<?> type, String key, String value) {
        assertThatThrownBy(() -> bind(prefix, type, Map.of(prefix + "." + key, value)))
                .rootCause()
                .hasMessageContaining(prefix + ".");
    }

    private static <T> T bind(String prefix, Class<T> type, Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate(prefix, type);
    }
}
