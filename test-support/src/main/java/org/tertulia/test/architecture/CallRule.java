package org.tertulia.test.architecture;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@link ArchitectureRule#CALLS}. A subscription may be started by what can also stop it: a lifecycle bean or a
 * {@code *Session}.
 */
final class CallRule {

    private static final Set<String> READS_THE_CLOCK =
            Set.of(
                    "java.time.Instant.now",
                    "java.time.LocalDate.now",
                    "java.time.LocalDateTime.now",
                    "java.time.OffsetDateTime.now",
                    "java.time.ZonedDateTime.now",
                    "java.time.Year.now");

    private static final Set<String> BANNED =
            Set.of(
                    "java.lang.System.currentTimeMillis",
                    "java.lang.System.out",
                    "java.lang.System.err",
                    "java.lang.Thread.sleep",
                    "java.util.UUID.randomUUID");

    private static final List<String> PUBLISHERS =
            List.of("reactor.core.publisher.Mono", "reactor.core.publisher.Flux");
    private static final Set<String> BLOCKS =
            Set.of(
                    "block",
                    "blockOptional",
                    "blockFirst",
                    "blockLast",
                    "toStream",
                    "toIterable",
                    "toFuture");
    private static final String LIFECYCLE = "org.springframework.context.Lifecycle";

    private CallRule() {}

    static Stream<Violation> check(Codebase codebase) {
        return codebase.code()
                .flatMap(type -> accesses(type).filter(access -> isBanned(type, access)))
                .map(
                        access ->
                                new Violation(
                                        ArchitectureRule.CALLS,
                                        Codebase.roleOf(access.getOriginOwner()),
                                        "line %d uses %s"
                                                .formatted(access.getLineNumber(), name(access))))
                .distinct();
    }

    private static Stream<? extends JavaAccess<?>> accesses(JavaClass type) {
        return type.getAccessesFromSelf().stream();
    }

    private static boolean isBanned(JavaClass type, JavaAccess<?> access) {
        var name = name(access);
        if (BANNED.contains(name)) {
            return true;
        }
        if (READS_THE_CLOCK.contains(name)) {
            return !takesAClock(access);
        }
        return PUBLISHERS.contains(access.getTargetOwner().getName())
                && isBannedOfPublisher(type, access.getTarget().getName());
    }

    private static boolean isBannedOfPublisher(JavaClass type, String method) {
        return BLOCKS.contains(method) || (method.equals("subscribe") && !mayStop(type));
    }

    private static boolean mayStop(JavaClass type) {
        var owner = Codebase.topLevel(type);
        return Codebase.hasRole(owner, "Session") || owner.isAssignableTo(LIFECYCLE);
    }

    private static boolean takesAClock(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitCallTarget target
                && target.getRawParameterTypes().stream()
                        .anyMatch(parameter -> parameter.getName().equals("java.time.Clock"));
    }

    private static String name(JavaAccess<?> access) {
        return access.getTargetOwner().getName() + "." + access.getTarget().getName();
    }
}
