package org.tertulia.translation.preferences;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the caller wants to read translated.
 *
 * @param language the language they read; null when they have not said
 * @param everything whether they want translations wherever they have not said otherwise
 * @param chats by the id of a chat, what they have said for it
 */
record PreferencesView(@Nullable String language, boolean everything, Map<String, Boolean> chats) {

    PreferencesView {
        chats = Map.copyOf(chats);
    }

    static PreferencesView of(Preferences preferences) {
        var language = preferences.language();
        return new PreferencesView(
                language == null ? null : language.code(),
                preferences.everything(),
                preferences.chats().entrySet().stream()
                        .collect(toMap(chat -> chat.getKey().toString(), Map.Entry::getValue)));
    }
}
