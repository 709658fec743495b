package org.tertulia.load.faults.check;

import java.util.UUID;

/**
 * Somebody asked to be let into a chat. From leaving it up to that moment nothing of it may reach them.
 * Whoever asks at all asks for each stay; others are members from the first entry on.
 *
 * @param userId who
 * @param chatId the chat
 * @param at when, by {@link System#nanoTime}
 */
public record JoinAsked(UUID userId, UUID chatId, long at) {}
