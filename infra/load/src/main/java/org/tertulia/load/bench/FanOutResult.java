package org.tertulia.load.bench;

/**
 * The fan-out in all rooms.
 *
 * @param full as many messages as possible
 * @param paced messages at a steady rate, the same in all rooms
 */
record FanOutResult(Comparison full, Comparison paced) {}
