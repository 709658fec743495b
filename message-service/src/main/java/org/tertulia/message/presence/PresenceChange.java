package org.tertulia.message.presence;

import org.tertulia.starter.id.UserId;

/**
 * Somebody came or went, over all instances.
 *
 * @param userId who
 * @param online whether they are there now
 */
record PresenceChange(UserId userId, boolean online) {}
