package org.tertulia.test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tertulia.test.architecture.AllRules;
import org.tertulia.test.architecture.ArchitectureRule;
import org.tertulia.test.architecture.Codebase;
import org.tertulia.test.architecture.Violation;

/**
 * Holds the main code of the module under test to the {@link ArchitectureRule}s:
 *
 * <pre>{@code
 * @Test
 * void theRulesShouldHold() {
 *     ArchitectureRules.of("org.tertulia.message")
 *             .allow(ArchitectureRule.SIZE, "LogWriter.commit", "one SQL round trip, told in one place")
 *             .check();
 * }
 * }</pre>
 */
public final class ArchitectureRules {

    private record Allowance(ArchitectureRule rule, String place, String reason) {

        private boolean covers(Violation violation) {
            return rule == violation.rule() && place.equals(violation.place());
        }
    }

    private final String root;
    private final Path classes;
    private final Path sources;
    private final List<Allowance> allowances;

    private ArchitectureRules(String root, Path classes, Path sources, List<Allowance> allowances) {
        this.root = root;
        this.classes = classes;
        this.sources = sources;
        this.allowances = List.copyOf(allowances);
    }

    /** Checks all code below this package, without exceptions. Fails with an {@link AssertionError} that lists them all. */
    public static void check(String rootPackage) {
        of(rootPackage).check();
    }

    /** The main code of this module below this package. */
    public static ArchitectureRules of(String rootPackage) {
        var module = Path.of(System.getProperty("basedir", ""));
        return new ArchitectureRules(
                rootPackage,
                module.resolve("target/classes"),
                module.resolve("src/main/java"),
                List.of());
    }

    /** The same rules for class files and sources in other folders. */
    ArchitectureRules in(Path classFolder, Path sourceFolder) {
        return new ArchitectureRules(root, classFolder, sourceFolder, allowances);
    }

    /**
     * Lets a place break a rule, for a reason. An allowance that is not needed any more fails the check.
     *
     * @param place as the check names it: a class, {@code Class.method} or a package
     */
    public ArchitectureRules allow(ArchitectureRule rule, String place, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("An allowance needs a reason");
        }
        var more = new ArrayList<>(allowances);
        more.add(new Allowance(rule, place, reason));
        return new ArchitectureRules(root, classes, sources, more);
    }

    /** Fails with an {@link AssertionError} that lists every violation, and every allowance without need. */
    public void check() {
        var violations = AllRules.check(Codebase.read(root, classes, sources));
        var broken =
                violations.stream()
                        .filter(found -> allowances.stream().noneMatch(a -> a.covers(found)))
                        .map(found -> "%s: %s".formatted(found.place(), found.message()))
                        .toList();
        var needless =
                allowances.stream()
                        .filter(allowance -> violations.stream().noneMatch(allowance::covers))
                        .map(
                                a ->
                                        "%s: is allowed to break %s, and does not"
                                                .formatted(a.place(), a.rule()))
                        .toList();
        if (!broken.isEmpty() || !needless.isEmpty()) {
            throw new AssertionError(report(violations, needless));
        }
    }

    private String report(List<Violation> violations, List<String> needless) {
        var byRule =
                violations.stream()
                        .filter(found -> allowances.stream().noneMatch(a -> a.covers(found)))
                        .collect(
                                Collectors.groupingBy(
                                        Violation::rule,
                                        Collectors.mapping(
                                                v -> "    %s: %s".formatted(v.place(), v.message()),
                                                Collectors.joining("\n"))));
        var rules =
                byRule.entrySet().stream()
                        .map(
                                entry ->
                                        "%s (%s)%n%s"
                                                .formatted(
                                                        entry.getKey(),
                                                        entry.getKey().sentence(),
                                                        entry.getValue()))
                        .collect(Collectors.joining("\n"));
        return "%s breaks its rules:%n%s%n%s".formatted(root, rules, String.join("\n", needless));
    }
}
