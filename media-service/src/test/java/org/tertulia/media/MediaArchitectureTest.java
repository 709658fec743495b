package org.tertulia.media;

import org.junit.jupiter.api.Test;
import org.tertulia.test.ArchitectureRules;

class MediaArchitectureTest {

    @Test
    void theRulesHold() {
        ArchitectureRules.check("org.tertulia.media");
    }
}
