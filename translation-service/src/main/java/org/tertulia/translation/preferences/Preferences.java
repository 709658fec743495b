package org.tertulia.translation.preferences;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tertulia.starter.id.ChatId;
import org.tertulia.translation.language.Language;

/**
 * What somebody wants to read in another language than it was written in.
 *
 * @param language the language they read; null when they have not said
 * @param everything whether they want translations wherever they have not said otherwise
 * @param chats where they have said so, and what
 */
record Preferences(@Nullable Language language, boolean everything, Map<ChatId, Boolean> chats) {

    Preferences {
        chats = Map.copyOf(chats);
    }
}
