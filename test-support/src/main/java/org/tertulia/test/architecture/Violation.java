package org.tertulia.test.architecture;

/**
 * A place that breaks a rule.
 *
 * @param rule which one
 * @param place the top-level class by its simple name, with {@code .method} for a method that is too long; a package
 *     where a whole package is meant
 * @param message what is wrong there
 */
public record Violation(ArchitectureRule rule, String place, String message) {}
