package org.tertulia.translation.live;

import java.time.Instant;
import org.tertulia.starter.id.ChatId;
import org.tertulia.translation.language.Language;
import org.tertulia.translation.messages.SaidText;
import org.tertulia.translation.messages.WantedText;

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
    WantedText wish() {
        return said.in(language);
    }
}
