package org.tertulia.local.part;

/**
 * A port that a part listens on.
 *
 * @param use the name under which it can be set, as in {@code --port gateway=9000}
 * @param number the port's number
 */
public record Port(String use, int number) {}
