package org.tertulia.load.bench;

/**
 * One round of sentences.
 *
 * @param sentencesPerSecond translated and answered
 * @param p50Millis half of them were answered within so long
 * @param p99Millis 99 of 100 were
 */
record Translating(double sentencesPerSecond, double p50Millis, double p99Millis) {}
