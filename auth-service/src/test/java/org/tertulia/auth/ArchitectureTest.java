package org.tertulia.auth;

import org.junit.jupiter.api.Test;
import org.tertulia.test.ArchitectureRules;

class ArchitectureTest {

    @Test
    void theRulesShouldHold() {
        ArchitectureRules.check("org.tertulia.auth");
    }
}
