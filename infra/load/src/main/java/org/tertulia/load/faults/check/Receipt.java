package org.tertulia.load.faults.check;

import java.util.UUID;

/**
 * An entry came to a client.
 *
 * @param chatId its chat
 * @param seq its place
 * @param at when, by {@link System#nanoTime}
 */
public record Receipt(UUID chatId, long seq, long at) {}
