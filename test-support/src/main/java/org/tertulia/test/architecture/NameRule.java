package org.tertulia.test.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.stream.Stream;

/** {@link ArchitectureRule#NAMES} and {@link ArchitectureRule#NULL_MARKED}. */
final class NameRule {

    private static final String[] EMPTY_WORDS = {
        "Util", "Utils", "Helper", "Manager", "Impl", "Common", "Base", "Dto", "DTO", "VO"
    };
    private static final String NULL_MARKED = "org.jspecify.annotations.NullMarked";

    private NameRule() {}

    static Stream<Violation> checkNames(Codebase codebase) {
        return codebase.code()
                .filter(type -> !type.isAnonymousClass())
                .filter(type -> endsInAnEmptyWord(type.getSimpleName()))
                .map(
                        type ->
                                new Violation(
                                        ArchitectureRule.NAMES,
                                        type.getSimpleName(),
                                        "has a name that does not say what it is"));
    }

    static Stream<Violation> checkPackages(Codebase codebase) {
        return codebase.code()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(found -> !found.isAnnotatedWith(NULL_MARKED))
                .map(
                        found ->
                                new Violation(
                                        ArchitectureRule.NULL_MARKED,
                                        found.getName(),
                                        "has no package-info.java with @NullMarked"));
    }

    private static boolean endsInAnEmptyWord(String name) {
        return Stream.of(EMPTY_WORDS).anyMatch(name::endsWith);
    }
}
