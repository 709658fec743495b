package org.tertulia.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tertulia.test.ArchitectureRules;
import org.tertulia.test.ConfigurationKeys;

class MessageArchitectureTest {

    @Test
    void theRulesShouldHold() {
        ArchitectureRules.of("org.tertulia.message").check();
    }

    @Test
    void everyConfigurationKeyShouldBeRead() {
        assertThat(ConfigurationKeys.unknownIn("application.yml", "tertulia.")).isEmpty();
    }
}
