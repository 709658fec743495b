package org.tertulia.message.presence;

import org.tertulia.starter.id.UserId;

/**
 * Somebody is to be told that somebody came or went.
 *
 * @param watcher who is told
 * @param subject who came or went
 * @param online whether the subject is there now
 */
public record PresenceNotice(UserId watcher, UserId subject, boolean online) {}
