package org.tertulia.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tertulia.test.architecture.AllRules;
import org.tertulia.test.architecture.ArchitectureRule;
import org.tertulia.test.architecture.Codebase;

/** The rules that make sense for code that tests other code. */
class OwnSizeTest {

    private static final Set<ArchitectureRule> RULES =
            Set.of(ArchitectureRule.SIZE, ArchitectureRule.NAMES, ArchitectureRule.NULL_MARKED);

    @Test
    void testSupportShouldKeepTheRulesOfSizeAndNames() {
        var code =
                Codebase.read(
                        "org.tertulia.test",
                        Path.of("../target/classes"),
                        Path.of("../src/main/java"));

        assertThat(AllRules.check(code)).filteredOn(v -> RULES.contains(v.rule())).isEmpty();
    }
}
