package org.tertulia.translation.messages;

import org.tertulia.starter.id.ChatId;
import org.tertulia.translation.language.Language;

/**
 * Which text is wanted in which language: what makes two wishes the same.
 *
 * @param chat the chat
 * @param message the seq of the message
 * @param version which of its texts: 1, 2, 3 …
 * @param language the language
 */
public record WantedText(ChatId chat, long message, int version, Language language) {}
