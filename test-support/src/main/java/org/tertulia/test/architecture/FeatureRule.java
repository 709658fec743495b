package org.tertulia.test.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * {@link ArchitectureRule#FEATURES}. The compiler keeps features apart as long as their edges are not public; what is
 * left to check is that, and circles. {@code config} is no feature: it holds properties that features read and wiring
 * that knows them.
 */
final class FeatureRule {

    private static final String[] EDGES = {
        "Controller", "Repository", "Listener", "Row", "Request"
    };
    private static final Set<String> NO_FEATURE = Set.of("config");

    private FeatureRule() {}

    static Stream<Violation> check(Codebase codebase) {
        return Stream.concat(publicEdges(codebase), circles(dependencies(codebase)));
    }

    private static Stream<Violation> publicEdges(Codebase codebase) {
        return codebase.code()
                .filter(type -> type.getEnclosingClass().isEmpty())
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> Codebase.hasRole(type, EDGES))
                .map(
                        type ->
                                new Violation(
                                        ArchitectureRule.FEATURES,
                                        type.getSimpleName(),
                                        "is an edge of its feature and must not be public"));
    }

    private static Map<String, Set<String>> dependencies(Codebase codebase) {
        var uses = new TreeMap<String, Set<String>>();
        codebase.code()
                .forEach(
                        type ->
                                feature(codebase, type)
                                        .forEach(
                                                from ->
                                                        uses.computeIfAbsent(
                                                                        from, _ -> new TreeSet<>())
                                                                .addAll(usedBy(codebase, type))));
        uses.forEach((from, to) -> to.remove(from));
        return uses;
    }

    private static List<String> usedBy(Codebase codebase, JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .flatMap(dependency -> feature(codebase, dependency.getTargetClass()))
                .toList();
    }

    private static Stream<String> feature(Codebase codebase, JavaClass type) {
        return codebase.featureOf(type).filter(name -> !NO_FEATURE.contains(name)).stream();
    }

    private static Stream<Violation> circles(Map<String, Set<String>> uses) {
        var found = new ArrayList<Violation>();
        for (var start : uses.keySet()) {
            var path = pathBack(uses, start, start, new TreeSet<>());
            // Each circle is told once, by the first of its features.
            if (!path.isEmpty() && path.stream().allMatch(name -> name.compareTo(start) >= 0)) {
                found.add(
                        new Violation(
                                ArchitectureRule.FEATURES,
                                start,
                                "is in a circle: %s -> %s"
                                        .formatted(start, String.join(" -> ", path))));
            }
        }
        return found.stream();
    }

    private static List<String> pathBack(
            Map<String, Set<String>> uses, String from, String goal, Set<String> seen) {
        for (var next : uses.getOrDefault(from, Set.of())) {
            if (next.equals(goal)) {
                return List.of(goal);
            }
            if (seen.add(next)) {
                var rest = pathBack(uses, next, goal, seen);
                if (!rest.isEmpty()) {
                    return Stream.concat(Stream.of(next), rest.stream()).toList();
                }
            }
        }
        return List.of();
    }
}
