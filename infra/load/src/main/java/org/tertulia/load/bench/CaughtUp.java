package org.tertulia.load.bench;

/**
 * One time that somebody came back.
 *
 * @param millis from the opening of the socket to {@code resumed}
 * @param resumeMillis from {@code hello} to {@code resumed}
 * @param bytes of all messages on the wire after the hello
 * @param messages how many WebSocket messages that were
 */
record CaughtUp(double millis, double resumeMillis, long bytes, int messages) {}
