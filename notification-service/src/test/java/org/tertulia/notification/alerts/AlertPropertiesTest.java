package org.tertulia.notification.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AlertPropertiesTest {

    private static final String PREFIX = "tertulia.notification.alerts";

    private static AlertProperties bound(Map<String, String> keys) {
        return new Binder(new MapConfigurationPropertySource(keys))
                .bindOrCreate(PREFIX, AlertProperties.class);
    }

    @Test
    void whatIsNotSetShouldHaveItsDefault() {
        assertThat(bound(Map.of()))
                .isEqualTo(
                        new AlertProperties(
                                50, Duration.ofSeconds(10), Duration.ofSeconds(60), 200));
    }

    @Test
    void everyKeyShouldBeRead() {
        assertThat(
                        bound(
                                Map.of(
                                        PREFIX + ".max-per-person", "7",
                                        PREFIX + ".every", "8s",
                                        PREFIX + ".start-after", "0s",
                                        PREFIX + ".batch", "9")))
                .isEqualTo(new AlertProperties(7, Duration.ofSeconds(8), Duration.ZERO, 9));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1s, 1s, 1, max-per-person must be positive",
        "1, 0s, 1s, 1, every must be positive",
        "1, 1s, -1s, 1, start-after must not be negative",
        "1, 1s, 1s, 0, batch must be positive"
    })
    void whatWouldNeverLookOrRestShouldBeRefused(
            int max, String every, String start, int batch, String rule) {
        assertThatThrownBy(() -> new AlertProperties(max, duration(every), duration(start), batch))
                .hasMessage(PREFIX + "." + rule);
    }

    private static Duration duration(String text) {
        return Duration.parse("PT" + text);
    }
}
