package org.tertulia.load.client;

import java.time.Instant;
import java.util.UUID;

/**
 * A message as the REST API and the hello frame tell it.
 *
 * @param id the message
 * @param chatId the chat
 * @param seq its place in the chat's log
 * @param senderId who said it
 * @param clientMessageId the id that the sender's client made
 * @param text what was said
 * @param postedAt when, UTC
 */
public record MessageView(
        UUID id,
        UUID chatId,
        long seq,
        UUID senderId,
        UUID clientMessageId,
        String text,
        Instant postedAt) {}
