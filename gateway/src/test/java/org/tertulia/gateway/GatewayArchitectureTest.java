package org.tertulia.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tertulia.test.ArchitectureRules;
import org.tertulia.test.ConfigurationKeys;

class GatewayArchitectureTest {

    @Test
    void theRulesOfTheHouseShouldHold() {
        ArchitectureRules.check("org.tertulia.gateway");
    }

    @Test
    void everyKeyOfTheConfigurationShouldBeRead() {
        assertThat(ConfigurationKeys.unknownIn("application.yml", "tertulia.")).isEmpty();
    }
}
