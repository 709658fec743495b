package org.tertulia.translation.messages;

import org.tertulia.starter.id.ChatId;
import org.tertulia.translation.language.Language;

/**
 * A text of a message.
 *
 * @param chat the chat
 * @param message the seq of the message
 * @param version which of its texts it is: 1, 2, 3 …
 * @param text what it says
 */
public record SaidText(ChatId chat, long message, int version, String text) {

    /** It in that language. */
    public WantedText in(Language language) {
        return new WantedText(chat, message, version, language);
    }
}
