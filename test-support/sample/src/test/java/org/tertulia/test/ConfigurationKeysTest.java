package org.tertulia.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConfigurationKeysTest {

    @Test
    void theDefaultsOfAllServicesShouldHaveNoKeyThatNothingReads() {
        assertThat(ConfigurationKeys.unknownIn("tertulia-defaults.yml", "tertulia.")).isEmpty();
    }

    @Test
    void aServicesOwnFileShouldHaveNoKeyThatNothingReads() {
        assertThat(ConfigurationKeys.unknownIn("application.yml", "tertulia.")).isEmpty();
    }

    @Test
    void keysThatNothingReadsShouldBeFound() {
        assertThat(ConfigurationKeys.unknownIn("outdated.yml"))
                .containsExactly(
                        "spring.codec.max-in-memory-size", "spring.kafka.bootstrap-severs");
    }
}
