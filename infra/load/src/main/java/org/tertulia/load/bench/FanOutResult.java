package org.tertulia.load.bench;

/**
 * The fan-out in all rooms.
 *
 * @param full as many messages as possible
 * @param paced messages at a steady rate, the same in all rooms
 * @param half messages at half of the rate that each room got to at its fullest
 */
record FanOutResult(Comparison full, Comparison paced, Comparison half) {}
