package org.tertulia.contracts.chat;

import java.util.UUID;

/**
 * Somebody who belongs to a chat from its creation.
 *
 * @param userId who
 * @param role what they may do
 */
public record InitialMember(UUID userId, ChatRole role) {}
