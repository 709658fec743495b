package org.tertulia.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tertulia.test.ArchitectureRules;
import org.tertulia.test.ConfigurationKeys;
import org.tertulia.test.architecture.ArchitectureRule;

class GatewayArchitectureTest {

    @Test
    void theRulesOfTheHouseShouldHold() {
        ArchitectureRules.of("org.tertulia.gateway")
                .allow(
                        ArchitectureRule.CALLS,
                        "ClientSocketFilter",
                        "the connection is taken over when the exchange that could wait is over")
                .check();
    }

    @Test
    void everyKeyOfTheConfigurationShouldBeRead() {
        assertThat(ConfigurationKeys.unknownIn("application.yml", "tertulia.")).isEmpty();
    }
}
