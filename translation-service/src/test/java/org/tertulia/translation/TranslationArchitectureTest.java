package org.tertulia.translation;

import org.junit.jupiter.api.Test;
import org.tertulia.test.ArchitectureRules;

class TranslationArchitectureTest {

    @Test
    void theRulesHold() {
        ArchitectureRules.check("org.tertulia.translation");
    }
}
