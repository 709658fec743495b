package org.tertulia.chat;

import org.junit.jupiter.api.Test;
import org.tertulia.test.ArchitectureRules;

class ChatArchitectureTest {

    @Test
    void theRulesHold() {
        ArchitectureRules.check("org.tertulia.chat");
    }
}
