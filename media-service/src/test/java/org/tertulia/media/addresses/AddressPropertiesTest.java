package org.tertulia.media.addresses;

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

class AddressPropertiesTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final String OTHER = "fedcba9876543210fedcba9876543210";

    @Test
    void theDefaultsAreThoseOfTheDesign() {
        assertThat(bind(Map.of()))
                .isEqualTo(new AddressProperties(KEY, "", Duration.ofMinutes(15)));
    }

    @Test
    void everyKeyIsMapped() {
        assertThat(bind(Map.of("previous-key", OTHER, "lifetime", "5m")))
                .isEqualTo(new AddressProperties(KEY, OTHER, Duration.ofMinutes(5)));
    }

    @ParameterizedTest
    @CsvSource({
        "key, ''",
        "key, 0123456789abcdef0123456789abcde",
        "previous-key, short",
        "lifetime, 59s",
        "lifetime, 13h"
    })
    void unsafeValuesAreRefusedByName(String key, String value) {
        assertThatThrownBy(() -> bind(Map.of(key, value)))
                .rootCause()
                .hasMessageContaining("tertulia.media.addresses." + key);
    }

    @Test
    void theKeysStayOutOfLogs() {
        assertThat(bind(Map.of("previous-key", OTHER)).toString()).doesNotContain(KEY, OTHER);
    }

    private static AddressProperties bind(Map<String, String> values) {
        var all = new HashMap<String, String>();
        all.put("tertulia.media.addresses.key", KEY);
        values.forEach((key, value) -> all.put("tertulia.media.addresses." + key, value));
        return new Binder(new MapConfigurationPropertySource(all))
                .bindOrCreate("tertulia.media.addresses", AddressProperties.class);
    }
}
