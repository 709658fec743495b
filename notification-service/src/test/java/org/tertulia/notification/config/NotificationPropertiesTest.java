package org.tertulia.notification.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class NotificationPropertiesTest {

    private static final String PREFIX = "tertulia.notification";

    private static NotificationProperties bound(Map<String, String> keys) {
        return new Binder(new MapConfigurationPropertySource(keys))
                .bindOrCreate(PREFIX, NotificationProperties.class);
    }

    @Test
    void whatIsNotSetShouldHaveItsDefault() {
        assertThat(bound(Map.of())).isEqualTo(new NotificationProperties(1_000, 10_000));
    }

    @Test
    void everyKeyShouldBeRead() {
        assertThat(
                        bound(
                                Map.of(
                                        PREFIX + ".kept-per-person", "7",
                                        PREFIX + ".authors-per-chat", "8")))
                .isEqualTo(new NotificationProperties(7, 8));
    }

    @Test
    void toKeepNothingShouldBeRefused() {
        assertThatThrownBy(() -> new NotificationProperties(0, 1))
                .hasMessage("tertulia.notification.kept-per-person must be positive");
        assertThatThrownBy(() -> new NotificationProperties(1, 0))
                .hasMessage("tertulia.notification.authors-per-chat must be positive");
    }
}
