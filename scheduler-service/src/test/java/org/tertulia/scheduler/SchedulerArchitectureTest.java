package org.tertulia.scheduler;

import org.junit.jupiter.api.Test;
import org.tertulia.test.ArchitectureRules;

class SchedulerArchitectureTest {

    @Test
    void theRulesHold() {
        ArchitectureRules.check("org.tertulia.scheduler");
    }
}
