package org.tertulia.starter.problem;

/**
 * What is wrong with one value of a request.
 *
 * @param field path of the value, such as {@code members[2]}
 * @param message why it is refused, in English, for developers
 */
public record FieldError(String field, String message) {}
