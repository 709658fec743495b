package org.tertulia.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tertulia.test.ConfigurationKeys;

class ConfigurationTest {

    @Test
    void everyKeyIsReadBySomething() {
        assertThat(ConfigurationKeys.unknownIn("application.yml", "tertulia.")).isEmpty();
    }
}
