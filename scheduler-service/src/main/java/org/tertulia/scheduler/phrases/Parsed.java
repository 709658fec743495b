package org.tertulia.scheduler.phrases;

/**
 * What a parser understood.
 *
 * @param value what it means
 * @param end the token after the last one of it
 */
record Parsed<T>(T value, int end) {}
