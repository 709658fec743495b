package org.tertulia.message.details;

import java.time.Instant;

/**
 * A pinned message.
 *
 * @param seq the message
 * @param at when it was pinned
 */
record Pin(long seq, Instant at) {}
