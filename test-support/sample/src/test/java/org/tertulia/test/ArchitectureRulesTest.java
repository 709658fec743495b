package org.tertulia.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tertulia.test.architecture.ArchitectureRule;

class ArchitectureRulesTest {

    private static final String REPORT =
            String.valueOf(catchThrowable(() -> rules("org.tertulia.broken").check()));

    @Test
    void aServiceThatKeepsTheRulesShouldPass() {
        rules("org.tertulia.sample").check();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AlphaController: is an edge of its feature and must not be public",
                "alpha: is in a circle: alpha -> beta -> alpha",
                "AlphaController: uses io.r2dbc.spi.Row, which belongs in *Repository, *Row",
                "AlphaController: opens a transaction, which is a use case's to do",
                "AlphaController: knows the published org.tertulia.contracts.message.MessagePosted",
                "Price: is domain and knows org.tertulia.contracts.chat.ChatKind",
                "Price: is domain and knows reactor.core.publisher.Mono",
                "uses java.time.Instant.now",
                "uses java.util.UUID.randomUUID",
                "uses reactor.core.publisher.Mono.subscribe",
                "BetaUtils: has a name that does not say what it is",
                "org.tertulia.broken.alpha: has no package-info.java with @NullMarked",
                "AlphaController.new: has 8 parameters",
                "AlphaController.longWinded: has 28 lines of code"
            })
    void aBrokenRuleShouldBeTold(String violation) {
        assertThat(REPORT).contains(violation);
    }

    @Test
    void anAllowedPlaceShouldNotBeTold() {
        var rules =
                rules("org.tertulia.broken")
                        .allow(ArchitectureRule.NAMES, "BetaUtils", "shows what an allowance does");

        assertThatThrownBy(rules::check)
                .isInstanceOf(AssertionError.class)
                .message()
                .doesNotContain("BetaUtils");
    }

    @Test
    void anAllowanceWithoutNeedShouldBeTold() {
        var rules =
                rules("org.tertulia.sample")
                        .allow(ArchitectureRule.SIZE, "NotePosting.post", "was long once");

        assertThatThrownBy(rules::check)
                .hasMessageContaining("NotePosting.post: is allowed to break SIZE, and does not");
    }

    private static ArchitectureRules rules(String root) {
        return ArchitectureRules.of(root)
                .in(Path.of("target/test-classes"), Path.of("src/test/java"));
    }
}
