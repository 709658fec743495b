package org.tertulia.user;

import org.junit.jupiter.api.Test;
import org.tertulia.test.ArchitectureRules;

class UserArchitectureTest {

    @Test
    void theRulesHold() {
        ArchitectureRules.check("org.tertulia.user");
    }
}
