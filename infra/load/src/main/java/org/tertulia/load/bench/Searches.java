package org.tertulia.load.bench;

/**
 * Searches of one kind.
 *
 * @param kind what was looked for
 * @param hits how many items the first page of the last one had
 * @param p50Millis half of them were answered within so long
 * @param p99Millis 99 of 100 were
 */
record Searches(String kind, int hits, double p50Millis, double p99Millis) {}
