package org.tertulia.message.details;

import java.time.Instant;
import org.tertulia.starter.id.UserId;

/**
 * Somebody's reaction.
 *
 * @param userId who
 * @param at when, UTC
 */
record ReactionView(UserId userId, Instant at) {}
