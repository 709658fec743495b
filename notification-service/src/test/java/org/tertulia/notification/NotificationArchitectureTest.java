package org.tertulia.notification;

import org.junit.jupiter.api.Test;
import org.tertulia.test.ArchitectureRules;

class NotificationArchitectureTest {

    @Test
    void theRulesHold() {
        ArchitectureRules.check("org.tertulia.notification");
    }
}
