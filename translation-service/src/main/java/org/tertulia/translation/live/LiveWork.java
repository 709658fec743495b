package org.tertulia.translation.live;

import java.time.Instant;
import org.tertulia.starter.id.ChatId;
import org.tertulia.translation.language.Language;
import org.tertulia.translation.messages.SaidText;

/**
 * A text that somebody who is connected wants to read in another language.
 *
 * @param said the text
 * @param language the language
 * @param at when it was said, UTC
 */
record LiveWork(SaidText said, Language language, Instant at) {

    ChatId chat() {
        return said.chat();
    }

    /** What makes two of them the same wish. */
    Wish wish() {
        return new Wish(said.chat(), said.message(), said.version(), language);
    }

    /** See {@link #wish()}. */
    record Wish(ChatId chat, long message, int version, Language language) {}
}
