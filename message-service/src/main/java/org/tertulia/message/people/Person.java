package org.tertulia.message.people;

import org.tertulia.starter.id.UserId;

/**
 * What others see of a person.
 *
 * @param userId the person
 * @param handle unique name
 * @param displayName name shown to others
 */
public record Person(UserId userId, String handle, String displayName) {}
