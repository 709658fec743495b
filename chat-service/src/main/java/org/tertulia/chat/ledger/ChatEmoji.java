package org.tertulia.chat.ledger;

import java.time.Instant;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.id.UserId;

/**
 * An emoji that a chat has of its own.
 *
 * @param name without the colons that stand around it in a message
 * @param picture a file of who added it
 * @param addedBy who added it
 * @param addedAt when, UTC
 */
public record ChatEmoji(EmojiName name, MediaId picture, UserId addedBy, Instant addedAt) {}
