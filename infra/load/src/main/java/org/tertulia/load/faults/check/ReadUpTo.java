package org.tertulia.load.faults.check;

import java.util.UUID;

/**
 * A read marker was acknowledged; it never goes back.
 *
 * @param userId whose it is
 * @param chatId the chat
 * @param readSeq the marker as it was answered
 */
public record ReadUpTo(UUID userId, UUID chatId, long readSeq) {}
