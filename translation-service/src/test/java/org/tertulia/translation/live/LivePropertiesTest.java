package org.tertulia.translation.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class LivePropertiesTest {

    private static final String PREFIX = "tertulia.translation.live";

    @Test
    void theDefaultsShouldBeThese() {
        assertThat(bound(Map.of()))
                .isEqualTo(new LiveProperties(64, 8, 1_000, Duration.ofSeconds(30)));
    }

    @Test
    void everyKeyShouldCount() {
        var keys =
                Map.of(
                        PREFIX + ".concurrency", "1",
                        PREFIX + ".per-chat", "2",
                        PREFIX + ".waiting", "3",
                        PREFIX + ".max-age", "4s");
        assertThat(bound(keys)).isEqualTo(new LiveProperties(1, 2, 3, Duration.ofSeconds(4)));
    }

    @Test
    void whatWouldTranslateNothingShouldBeRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LiveProperties(0, 8, 1_000, Duration.ofSeconds(30)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LiveProperties(64, 0, 1_000, Duration.ofSeconds(30)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LiveProperties(64, 8, 0, Duration.ofSeconds(30)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LiveProperties(64, 8, 1_000, Duration.ZERO));
    }

    private static LiveProperties bound(Map<String, String> keys) {
        return new Binder(new MapConfigurationPropertySource(keys))
                .bindOrCreate(PREFIX, LiveProperties.class);
    }
}
