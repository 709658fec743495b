package org.tertulia.test.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@link ArchitectureRule#FRAMEWORKS}. Classes that only wire others ({@code *Configuration}, and the package {@code
 * config}) may know every framework. A WebSocket's session may be held by a {@code *Session}, and a result row be
 * read by the {@code *Row} it becomes.
 */
final class FrameworkRule {

    /**
     * A framework and where it belongs.
     *
     * @param packages prefixes of the framework's packages or types
     * @param roles suffixes of the classes that may use it
     */
    private record Home(List<String> packages, String... roles) {}

    private static final List<Home> HOMES =
            List.of(
                    new Home(
                            List.of("org.springframework.web.reactive.socket."),
                            "Handler",
                            "Session",
                            "Socket",
                            "Client"),
                    new Home(
                            List.of("org.springframework.web."),
                            "Controller",
                            "Handler",
                            "Filter",
                            "FilterFactory",
                            "Resolver",
                            "Client"),
                    new Home(
                            List.of(
                                    "org.springframework.r2dbc.",
                                    "org.springframework.data.r2dbc.",
                                    "io.r2dbc."),
                            "Repository",
                            "Row"),
                    new Home(List.of("org.springframework.kafka."), "Listener"));

    private static final List<String> TRANSACTIONS =
            List.of("org.springframework.transaction.reactive.TransactionalOperator");
    private static final String[] NO_USE_CASES = {
        "Controller", "Handler", "Filter", "Client", "Listener", "Repository", "Row", "Session"
    };

    private FrameworkRule() {}

    static Stream<Violation> check(Codebase codebase) {
        return codebase.code()
                .filter(type -> !isWiring(codebase, type))
                .flatMap(type -> Stream.concat(outOfPlace(type), transactionsAtTheEdge(type)))
                .distinct();
    }

    private static boolean isWiring(Codebase codebase, JavaClass type) {
        return Codebase.hasRole(type, "Configuration", "Application")
                || codebase.featureOf(type).filter("config"::equals).isPresent();
    }

    private static Stream<Violation> outOfPlace(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getBaseComponentType().getName())
                .flatMap(
                        used ->
                                HOMES.stream()
                                        .filter(home -> isOf(home, used))
                                        .limit(1)
                                        .filter(home -> !Codebase.hasRole(type, home.roles()))
                                        .map(home -> violation(type, used, home)));
    }

    private static boolean isOf(Home home, String used) {
        return home.packages().stream().anyMatch(used::startsWith);
    }

    private static Violation violation(JavaClass type, String used, Home home) {
        return new Violation(
                ArchitectureRule.FRAMEWORKS,
                Codebase.roleOf(type),
                "uses %s, which belongs in *%s".formatted(used, String.join(", *", home.roles())));
    }

    private static Stream<Violation> transactionsAtTheEdge(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> TRANSACTIONS.contains(dependency.getTargetClass().getName()))
                .filter(_ -> Codebase.hasRole(type, NO_USE_CASES))
                .map(
                        _ ->
                                new Violation(
                                        ArchitectureRule.FRAMEWORKS,
                                        Codebase.roleOf(type),
                                        "opens a transaction, which is a use case's to do"));
    }
}
