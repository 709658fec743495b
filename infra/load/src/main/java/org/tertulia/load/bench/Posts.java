package org.tertulia.load.bench;

/**
 * One round of durable posts.
 *
 * @param postsPerSecond committed and answered
 * @param p50Millis half of them were answered within so long
 * @param p99Millis 99 of 100 were
 * @param meanBatch how many were committed together on average; 0 when not known
 */
record Posts(double postsPerSecond, double p50Millis, double p99Millis, double meanBatch) {}
