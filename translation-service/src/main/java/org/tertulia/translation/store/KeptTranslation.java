package org.tertulia.translation.store;

import java.time.Instant;
import org.tertulia.starter.id.ChatId;
import org.tertulia.translation.language.Language;

/**
 * A text of a message in another language.
 *
 * @param chat the chat
 * @param message the seq of the message
 * @param version which text of the message it is of: 1, 2, 3 …
 * @param language the language of {@code text}
 * @param source the language the message is in
 * @param text the translation
 * @param engine what made it
 * @param at since when it is kept, UTC
 */
public record KeptTranslation(
        ChatId chat,
        long message,
        int version,
        Language language,
        Language source,
        String text,
        String engine,
        Instant at) {}
