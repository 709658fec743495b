package org.tertulia.message.translationstore;

import java.time.Instant;
import org.tertulia.starter.id.ChatId;

/**
 * A text of a message in another language.
 *
 * @param chatId the chat
 * @param message the seq of the message
 * @param version which text of the message it is of: 1, 2, 3 …
 * @param language a BCP 47 tag
 * @param text the translation
 * @param at when it was made
 */
record KeptTranslation(
        ChatId chatId, long message, int version, String language, String text, Instant at) {}
