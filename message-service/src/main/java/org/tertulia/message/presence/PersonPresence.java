package org.tertulia.message.presence;

import org.tertulia.starter.id.UserId;

/**
 * What others are told of one person.
 *
 * @param userId the person
 * @param shown what is told
 */
public record PersonPresence(UserId userId, ShownPresence shown) {}
