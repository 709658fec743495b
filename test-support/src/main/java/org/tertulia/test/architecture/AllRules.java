package org.tertulia.test.architecture;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every rule at once. */
public final class AllRules {

    private static final List<Function<Codebase, Stream<Violation>>> RULES =
            List.of(
                    FeatureRule::check,
                    FrameworkRule::check,
                    DomainRule::checkDomain,
                    DomainRule::checkEvents,
                    CallRule::check,
                    NameRule::checkNames,
                    NameRule::checkPackages,
                    SizeRule::check);

    private AllRules() {}

    /** All that breaks a rule, rule by rule. */
    public static List<Violation> check(Codebase codebase) {
        return RULES.stream().flatMap(rule -> rule.apply(codebase)).distinct().toList();
    }
}
