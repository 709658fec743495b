package org.tertulia.message.presence;

import org.tertulia.starter.id.UserId;

/**
 * Somebody is to be told how somebody is shown now.
 *
 * @param watcher who is told
 * @param subject who is shown
 * @param shown how
 */
public record PresenceNotice(UserId watcher, UserId subject, ShownPresence shown) {}
