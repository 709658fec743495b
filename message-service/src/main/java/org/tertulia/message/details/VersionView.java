package org.tertulia.message.details;

import java.time.Instant;

/**
 * One version of a message.
 *
 * @param version 1 for what was first posted, then 2, 3 …
 * @param text what it said
 * @param at when it was posted or edited so, UTC
 */
record VersionView(int version, String text, Instant at) {}
