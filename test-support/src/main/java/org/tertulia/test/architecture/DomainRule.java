package org.tertulia.test.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@link ArchitectureRule#DOMAIN} and {@link ArchitectureRule#EVENTS_AT_THE_EDGE}. A domain type is a top-level record,
 * enum or sealed type that is none of the wire's, the database's or the configuration's.
 */
final class DomainRule {

    private static final String EVENTS = "org.tertulia.contracts.";
    private static final List<String> FOREIGN = List.of("org.springframework.", "reactor.", EVENTS);
    private static final String[] NO_DOMAIN = {"Request", "View", "Row", "Properties", "Frame"};
    private static final String[] EVENT_FREE = {"Controller", "Request", "View", "Row"};

    private DomainRule() {}

    static Stream<Violation> checkDomain(Codebase codebase) {
        return codebase.code()
                .filter(type -> isDomain(Codebase.topLevel(type)))
                .flatMap(
                        type ->
                                uses(type, FOREIGN)
                                        .map(
                                                used ->
                                                        violation(
                                                                ArchitectureRule.DOMAIN,
                                                                type,
                                                                "is domain and knows " + used)))
                .distinct();
    }

    static Stream<Violation> checkEvents(Codebase codebase) {
        return codebase.code()
                .filter(type -> Codebase.hasRole(type, EVENT_FREE))
                .flatMap(
                        type ->
                                uses(type, List.of(EVENTS))
                                        .map(
                                                used ->
                                                        violation(
                                                                ArchitectureRule.EVENTS_AT_THE_EDGE,
                                                                type,
                                                                "knows the published " + used)))
                .distinct();
    }

    private static boolean isDomain(JavaClass topLevel) {
        var plain = topLevel.isRecord() || topLevel.isEnum() || isSealed(topLevel);
        return plain && !Codebase.hasRole(topLevel, NO_DOMAIN);
    }

    private static boolean isSealed(JavaClass type) {
        return !type.getModifiers().contains(JavaModifier.FINAL) && type.reflect().isSealed();
    }

    private static Stream<String> uses(JavaClass type, List<String> packages) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getBaseComponentType().getName())
                .filter(used -> packages.stream().anyMatch(used::startsWith));
    }

    private static Violation violation(ArchitectureRule rule, JavaClass type, String message) {
        return new Violation(rule, Codebase.roleOf(type), message);
    }
}
