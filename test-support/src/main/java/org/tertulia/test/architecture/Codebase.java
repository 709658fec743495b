package org.tertulia.test.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The compiled classes of one service and the source files they came from.
 *
 * @param root the service's package
 * @param classes its classes
 * @param sources the folder of its sources
 */
public record Codebase(String root, JavaClasses classes, Path sources) {

    /** Reads all classes below {@code root} in a folder of class files. */
    public static Codebase read(String root, Path classFolder, Path sources) {
        var folder = classFolder.resolve(root.replace('.', '/'));
        var classes = new ClassFileImporter().importPath(folder);
        if (classes.isEmpty()) {
            throw new IllegalArgumentException("No classes of " + root + " in " + classFolder);
        }
        return new Codebase(root, classes, sources);
    }

    /** The classes with code, nested ones and lambdas' owners included. */
    Stream<JavaClass> code() {
        return classes.stream().filter(type -> !type.getSimpleName().equals("package-info"));
    }

    /** The package below the root that a class is in; empty for the root itself and other code. */
    Optional<String> featureOf(JavaClass type) {
        var name = type.getPackageName();
        if (!name.startsWith(root + ".")) {
            return Optional.empty();
        }
        var below = name.substring(root.length() + 1);
        var end = below.indexOf('.');
        return Optional.of(end < 0 ? below : below.substring(0, end));
    }

    static JavaClass topLevel(JavaClass type) {
        var outermost = type;
        while (outermost.getEnclosingClass().isPresent()) {
            outermost = outermost.getEnclosingClass().get();
        }
        return outermost;
    }

    /** The simple name of the file's class: what a role is told by. */
    static String roleOf(JavaClass type) {
        return topLevel(type).getSimpleName();
    }

    static boolean hasRole(JavaClass type, String... suffixes) {
        var name = roleOf(type);
        return Stream.of(suffixes).anyMatch(name::endsWith);
    }
}
