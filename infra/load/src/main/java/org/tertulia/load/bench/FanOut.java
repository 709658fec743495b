package org.tertulia.load.bench;

/**
 * One round of a fan-out: every message to every socket.
 *
 * @param deliveriesPerSecond messages times sockets, from the first sending to the last receipt
 * @param p50Millis half of the deliveries took at most so long, from the sender to the receiver
 * @param p99Millis 99 of 100 did
 */
record FanOut(double deliveriesPerSecond, double p50Millis, double p99Millis) {}
