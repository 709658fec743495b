package org.tertulia.contracts.message;

import java.time.Instant;
import java.util.UUID;

/**
 * The message whose text was copied.
 *
 * @param chatId the chat it is in
 * @param seq its place in that chat's log
 * @param senderId whose message it is
 * @param postedAt when it was posted, UTC
 */
public record Forwarded(UUID chatId, long seq, UUID senderId, Instant postedAt) {}
