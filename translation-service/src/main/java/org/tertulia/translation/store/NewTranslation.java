package org.tertulia.translation.store;

import java.time.Instant;
import org.tertulia.starter.id.ChatId;
import org.tertulia.translation.language.Language;

/**
 * A text of a message in another language, as an engine has just made it.
 *
 * @param chat the chat
 * @param message the seq of the message
 * @param version which text of the message it is of: 1, 2, 3 …
 * @param language the language of {@code text}
 * @param source the language the message is in
 * @param text the translation
 * @param engine what made it
 */
public record NewTranslation(
        ChatId chat,
        long message,
        int version,
        Language language,
        Language source,
        String text,
        String engine) {

    /** As it is kept from then on. */
    KeptTranslation at(Instant now) {
        return new KeptTranslation(chat, message, version, language, source, text, engine, now);
    }
}
