package org.tertulia.contracts.message;

import java.time.Instant;
import java.util.UUID;

/**
 * Where a forwarded message was first said.
 *
 * @param chatId the chat it was said in
 * @param seq its place in that chat's log
 * @param senderId who said it
 * @param postedAt when, UTC
 */
public record Forwarded(UUID chatId, long seq, UUID senderId, Instant postedAt) {}
