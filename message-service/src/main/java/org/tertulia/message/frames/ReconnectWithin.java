package org.tertulia.message.frames;

/**
 * How long to wait before one connects again, after an end without a {@link ServerFrame.Reconnect}: a random time between
 * the two.
 */
public record ReconnectWithin(long minMs, long maxMs) {}
