package org.tertulia.translation.messages;

import java.util.List;

/**
 * Messages in another language.
 *
 * @param translations by the message; of what is not there, or not translated yet, there is none
 */
record MessageTranslationsView(List<MessageTranslationView> translations) {

    MessageTranslationsView {
        translations = List.copyOf(translations);
    }
}
