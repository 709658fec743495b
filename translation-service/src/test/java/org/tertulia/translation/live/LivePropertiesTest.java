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
                .isEqualTo(new LiveProperties(64, 8, 16, 1_000, Duration.ofSeconds(30)));
    }

    @Test
    void everyKeyShouldCount() {
        var keys =
                Map.of(
                        PREFIX + ".concurrency", "1",
                        PREFIX + ".per-chat", "2",
                        PREFIX + ".per-language", "3",
                        PREFIX + ".waiting", "4",
                        PREFIX + ".max-age", "5s");
        assertThat(bound(keys)).isEqualTo(new LiveProperties(1, 2, 3, 4, Duration.ofSeconds(5)));
    }

    @Test
    void whatWouldTranslateNothingShouldBeRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LiveProperties(0, 8, 16, 1_000, Duration.ofSeconds(30)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LiveProperties(64, 0, 16, 1_000, Duration.ofSeconds(30)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LiveProperties(64, 8, 16, 0, Duration.ofSeconds(30)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LiveProperties(64, 8, 16, 1_000, Duration.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LiveProperties(64, 8, 0, 1_000, Duration.ofSeconds(30)));
    }

    @Test
    void whatMayHaveBeenForgottenLongAgoShouldNotBeTranslated() {
        var longest = LiveProperties.LONGEST_AGE;
        assertThat(new LiveProperties(64, 8, 16, 1_000, longest).maxAge()).isEqualTo(longest);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LiveProperties(64, 8, 16, 1_000, longest.plusMillis(1)));
    }

    private static LiveProperties bound(Map<String, String> keys) {
        return new Binder(new MapConfigurationPropertySource(keys))
                .bindOrCreate(PREFIX, LiveProperties.class);
    }
}
