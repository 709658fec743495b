package org.tertulia.message.presence;

import org.tertulia.starter.id.UserId;

/**
 * Somebody is shown differently, over all instances.
 *
 * @param userId who
 * @param shown how, now
 */
record PresenceChange(UserId userId, ShownPresence shown) {}
